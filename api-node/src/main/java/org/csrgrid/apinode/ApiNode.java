package org.csrgrid.apinode;

import com.hazelcast.core.HazelcastInstance;
import io.helidon.webserver.WebServer;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.apinode.cache.NodeCaches;
import org.csrgrid.apinode.guard.CertificateWatch;
import org.csrgrid.apinode.job.ChannelMeters;
import org.csrgrid.apinode.job.JobStreams;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running REST node: a client of the grid and an HTTP server. {@link #close} answers what runs, then leaves the grid. */
public final class ApiNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiNode.class);

    private final HazelcastInstance client;
    private final JobStreams streams;
    private final ChannelMeters meters;
    private final NodeCaches caches;
    private final WebServer server;
    private final CertificateWatch certificate;

    private ApiNode(
            HazelcastInstance client,
            JobStreams streams,
            ChannelMeters meters,
            NodeCaches caches,
            WebServer server,
            CertificateWatch certificate) {
        this.client = client;
        this.streams = streams;
        this.meters = meters;
        this.caches = caches;
        this.server = server;
        this.certificate = certificate;
    }

    /**
     * Connects to the grid and starts to listen. Blocks until it does.
     *
     * @throws org.csrgrid.config.binding.InvalidSettingsException if a secret is missing
     * @throws org.csrgrid.config.grid.GridUnreachableException if no member answers in time
     */
    public static ApiNode start(Settings settings) {
        return start(settings, InstantSource.system());
    }

    static ApiNode start(Settings settings, InstantSource clock) {
        return start(settings, clock, new JobStreams());
    }

    /** A map that is touched while there is no majority stays "loading" for good, so no request gets in before. */
    private static void awaitMajority(HazelcastInstance client, Settings settings) {
        if (settings.grid().isSplitBrainProtected()) {
            while (client.getLifecycleService().isRunning()
                    && client.getCluster().getMembers().size() < settings.grid().majority()) {
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    static ApiNode start(Settings settings, InstantSource clock, JobStreams streams) {
        settings.requireSecrets();
        HazelcastInstance client = ClientSetup.connect(settings.grid(), GridClient.config(settings));
        awaitMajority(client, settings);
        var jobs = new JobGrid(client, PayloadCipher.of(settings.payloadKey()));
        var directory = new JobDirectory(client, jobs, new MemberCalls(client));
        var meters = ChannelMeters.register(directory, clock);
        var caches = NodeCaches.open(client, settings.cache(), clock);
        var work = new ApiServer.Work(jobs, directory, streams, caches);
        try {
            WebServer server = ApiServer.create(settings, client, work, clock).start();
            LOG.info("The API listens on port {}", server.port());
            var certificate = CertificateWatch.start(settings.api().tls(), server);
            return new ApiNode(client, streams, meters, caches, server, certificate);
        } catch (RuntimeException failure) {
            streams.close();
            meters.close();
            caches.close();
            client.shutdown();
            throw failure;
        }
    }

    /** The port it listens on, also if the operating system chose it. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        streams.close();
        certificate.close();
        server.stop();
        meters.close();
        caches.close();
        client.shutdown();
        LOG.info("The API has stopped");
    }
}
