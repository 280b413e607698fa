package org.csrgrid.bench.chaos;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csrgrid.bench.world.World;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cluster.ClusterSafe;
import org.csrgrid.grid.wire.WireTypes;

/**
 * Where faults happen.
 *
 * @param say takes a line for the one who watches
 */
record Scene(World world, WebhookTap tap, Promises promises, SplittableRandom random, Consumer<String> say) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

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
        int members = world.cluster().members().size();
        boolean safe = asClient(grid -> ClusterSafe.await(grid, members, PATIENCE));
        if (!safe) {
            promises.wrong("the cluster is not safe after " + PATIENCE);
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
