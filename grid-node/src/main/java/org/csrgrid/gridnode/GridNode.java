package org.csrgrid.gridnode;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.properties.ClusterProperty;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.Durability;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.cluster.ClusterSafe;
import org.csrgrid.grid.cluster.DirtyEntries;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.gridnode.audit.AuditSide;
import org.csrgrid.gridnode.cache.CacheMaps;
import org.csrgrid.gridnode.cache.MemberCaches;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.MemberMaps;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.csrgrid.gridnode.cluster.Preload;
import org.csrgrid.gridnode.cluster.WriteBehindDrain;
import org.csrgrid.gridnode.house.HouseHandlers;
import org.csrgrid.gridnode.house.HouseSchedules;
import org.csrgrid.gridnode.job.JobFigures;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobWorkers;
import org.csrgrid.gridnode.mail.MailTransport;
import org.csrgrid.gridnode.mail.MailTransports;
import org.csrgrid.gridnode.notification.NotificationHandlers;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One member of the grid: holds its share of the data and works on the jobs. */
public final class GridNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GridNode.class);
    private static final Duration DRAIN = Duration.ofSeconds(40);
    private static final Duration LONGEST_WAIT_FOR_BACKUPS = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PAUSE_BEFORE_RELOAD = Duration.ofSeconds(1);

    private final Parts parts;
    private final HazelcastInstance grid;
    private final JobWorkers workers;

    private GridNode(Parts parts, Settings settings, List<JobHandler<?>> more) {
        this.parts = parts;
        Clock clock = Clock.systemUTC();
        MailTransport mail =
                MailTransports.of(settings.mail(), settings.security().mode());
        Database database = parts.opened(Database.open(DatabaseAccess.options(settings.database())));
        Migrations.migrate(database);
        Set<Channel> durable = durable(settings.jobs());
        MapStores stores = parts.opened(DatabaseAccess.stores(database, settings.database(), durable));
        MemberCallContext calls = new MemberCallContext();
        grid = Hazelcast.newHazelcastInstance(configuration(settings, stores, calls));
        parts.opened(this::leave);
        load(stores);

        PauseWatch pauses = parts.opened(PauseWatch.start(grid));
        MemberCaches caches = parts.opened(MemberCaches.open(grid, settings, clock));
        Member member = new Member(grid, stores, settings, calls, caches.analytics(), pauses, parts, clock);
        JobSide jobs = new JobSide(member, durable);
        PaymentSide payments = new PaymentSide(member);
        NotificationHandlers notifications =
                new NotificationHandlers(grid, payments.donations(), mail, settings, clock);
        HouseHandlers house = new HouseHandlers(grid, stores, settings, caches.analytics(), HouseSchedules.ALL, clock);
        List<JobHandler<?>> handlers = Stream.of(
                        payments.handlers(notifications.news()), notifications.handlers(), house.handlers(), more)
                .<JobHandler<?>>flatMap(List::stream)
                .toList();
        calls.answer(ClusterSafe.class, _ -> membersIfSafe());
        calls.answer(DirtyEntries.class, _ -> WriteBehindDrain.dirty(grid));
        MemberCaches.answer(calls, stores);
        parts.opened(AuditSide.start(grid, stores, settings, calls, clock));
        payments.answerCalls(jobs.jobs());
        workers = jobs.start(handlers, HouseSchedules.ALL);
        calls.complete();
        payments.startRecovery(jobs.jobs());
    }

    /**
     * Starts a member and returns once it has joined and loaded.
     *
     * @throws RuntimeException if the database cannot be reached or migrated, or the port is taken; nothing is left running
     */
    public static GridNode start(Settings settings) {
        return start(settings, List.of());
    }

    /**
     * The same with handlers of jobs that are not the product's own.
     *
     * @param more for names no other handler has
     */
    public static GridNode start(Settings settings, List<JobHandler<?>> more) {
        Parts parts = new Parts();
        try {
            return new GridNode(parts, settings, more);
        } catch (RuntimeException | Error failure) {
            parts.close();
            throw failure;
        }
    }

    private static Set<Channel> durable(JobSettings settings) {
        return Arrays.stream(Channel.values())
                .filter(channel ->
                        settings.channel(ChannelName.valueOf(channel.name())).durability() == Durability.DURABLE)
                .collect(Collectors.toSet());
    }

    private static Config configuration(Settings settings, MapStores stores, MemberCallContext calls) {
        Config config = MemberSetup.base(settings.grid());
        config.setInstanceName(settings.node().name());
        // This node leaves by itself, in order: first the workers, then what is unsaved, then the member.
        config.setProperty(ClusterProperty.SHUTDOWNHOOK_ENABLED.getName(), "false");
        if (settings.grid().isSplitBrainProtected()) {
            // A map that is touched while there is no majority stays "loading" for good, so nobody gets in before.
            config.setProperty(
                    ClusterProperty.INITIAL_MIN_CLUSTER_SIZE.getName(),
                    Integer.toString(settings.grid().majority()));
        }
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        config.setManagedContext(calls);
        MemberMaps.addTo(config, settings.grid(), settings.database(), stores);
        CacheMaps.addTo(config, settings.cache());
        return config;
    }

    private void load(MapStores stores) {
        Preload.run(grid, stores);
        awaitBackups();
        grid.getPartitionService()
                .addPartitionLostListener(_ -> Thread.ofVirtual().start(() -> preloadAgain(stores)));
    }

    /** Until it succeeds or this member has left: the database may be away just now, and lists would miss what was lost. */
    private void preloadAgain(MapStores stores) {
        while (grid.getLifecycleService().isRunning()) {
            try {
                Preload.run(grid, stores);
                return;
            } catch (RuntimeException failure) {
                LOG.debug("Loading what was lost failed; it is repeated", failure);
                LockSupport.parkNanos(PAUSE_BEFORE_RELOAD.toNanos());
            }
        }
    }

    /** Takes part in the work only once every partition is where it belongs and copied, unless that takes unusually long. */
    private void awaitBackups() {
        long deadline = System.nanoTime() + LONGEST_WAIT_FOR_BACKUPS.toNanos();
        while (!grid.getPartitionService().isClusterSafe() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The port other members and clients reach this one at. */
    public int port() {
        return grid.getCluster().getLocalMember().getAddress().getPort();
    }

    public HazelcastInstance grid() {
        return grid;
    }

    public JobFigures jobFigures(Channel channel) {
        return workers.figures(channel);
    }

    private long membersIfSafe() {
        return grid.getPartitionService().isClusterSafe()
                ? grid.getCluster().getMembers().size()
                : 0;
    }

    private void leave() {
        WriteBehindDrain.drain(grid, DRAIN);
        grid.shutdown();
    }

    /** Lets running jobs end, writes what is unsaved, leaves the cluster, then lets the database go. */
    @Override
    public void close() {
        parts.close();
    }
}
