package org.csrgrid.gridnode.lock;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import java.time.Duration;
import org.csrgrid.config.grid.SplitBrainProtection;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.gridnode.cluster.LaterVersionWins;

/** How members keep locks: in memory only, since tokens grow with time even after everything was lost; a minority grants none. */
public final class LockMap {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private LockMap() {}

    /** Adds it to a member's configuration. */
    public static void addTo(Config config, int backupCount) {
        MapConfig map = new MapConfig(GridMaps.LOCKS)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(backupCount)
                .setMaxIdleSeconds(Math.toIntExact(FORGOTTEN_AFTER.toSeconds()))
                .setSplitBrainProtectionName(SplitBrainProtection.MAJORITY);
        map.getMergePolicyConfig().setPolicy(LaterVersionWins.class.getName());
        config.addMapConfig(map);
    }
}
