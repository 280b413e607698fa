package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.grid.cluster.GridMaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what only memory knows before a member leaves. */
public final class WriteBehindDrain {

    /** The maps whose changes reach the database later. */
    public static final List<String> MAPS =
            List.of(GridMaps.DONATIONS, GridMaps.CAMPAIGN_TOTALS, GridMaps.JOBS, GridMaps.JOB_BATCHES);

    private static final Logger LOG = LoggerFactory.getLogger(WriteBehindDrain.class);

    private WriteBehindDrain() {}

    /** How many changes of this member's entries wait to be written. */
    public static long dirty(HazelcastInstance grid) {
        return MAPS.stream()
                .mapToLong(name -> grid.getMap(name).getLocalMapStats().getDirtyEntryCount())
                .sum();
    }

    /** Flushes every map and waits until nothing is dirty, for at most {@code patience}; what is left stays on the backups. */
    public static boolean drain(HazelcastInstance grid, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (grid.getLifecycleService().isRunning()) {
            try {
                MAPS.stream().map(grid::getMap).forEach(IMap::flush);
            } catch (RuntimeException databaseDownOrMinority) {
                // The last members of a cluster may not flush any more; what is dirty is written after its delay all
                // the same.
                LOG.warn(
                        "Flushing failed, waiting for the changes to be written: {}",
                        databaseDownOrMinority.toString());
            }
            if (dirty(grid) == 0) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                LOG.error("{} changes could not be written; only the other members have them now", dirty(grid));
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return false;
    }
}
