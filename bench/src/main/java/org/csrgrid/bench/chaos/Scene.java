package org.csrgrid.bench.chaos;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csrgrid.bench.world.ApiClient.Reply;
import org.csrgrid.bench.world.World;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cluster.ClusterSafe;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.wire.WireTypes;

/**
 * Where faults happen.
 *
 * @param say takes a line for the one who watches
 */
record Scene(World world, WebhookTap tap, Promises promises, SplittableRandom random, Consumer<String> say) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

    /** Lets the load go on for a while. */
    void letPass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** The number of the member that holds the hot campaign. */
    int hotOwner() {
        return asClient(grid -> world.memberAt(grid.getPartitionService()
                .getPartition(world.hotCampaign())
                .getOwner()
                .getAddress()
                .getPort()));
    }

    /** Waits until every partition has all its backups again. */
    void awaitSafe() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean safe = asClient(grid -> {
            MemberCalls calls = new MemberCalls(grid);
            int members = world.cluster().members().size();
            while (grid.getCluster().getMembers().size() < members || !calls.any(new ClusterSafe())) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            return true;
        });
        if (!safe) {
            promises.wrong("the cluster is not safe after " + PATIENCE);
        }
    }

    /** Waits until donations are taken again and every campaign that was made can be read. */
    void awaitService() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int before = promises.donationCount();
        while (promises.donationCount() == before) {
            if (System.nanoTime() > deadline) {
                promises.wrong("no donation was taken within " + PATIENCE + " of the repair");
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        for (long campaign : world.campaigns()) {
            requireReadable("/api/v1/campaigns/" + campaign);
        }
    }

    private void requireReadable(String path) {
        try {
            Reply reply = world.client().get(world.apis().getFirst().resolve(path), "");
            if (reply.status() != 200) {
                promises.wrong("%s answered %d after the repair (expected: 200)".formatted(path, reply.status()));
            }
        } catch (IOException silent) {
            promises.wrong("%s after the repair: %s (expected: 200)".formatted(path, silent));
        }
    }

    /** Does something with a grid client that lives no longer. */
    <R> R asClient(Function<HazelcastInstance, R> work) {
        Settings settings = world.cluster().settings();
        ClientConfig config = ClientSetup.base(settings.grid());
        config.setInstanceName("chaos-" + System.nanoTime());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        HazelcastInstance grid = ClientSetup.connect(settings.grid(), config);
        try {
            return work.apply(grid);
        } finally {
            grid.shutdown();
        }
    }
}
