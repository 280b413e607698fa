package org.csrgrid.config.grid;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.config.settings.GridSettings;
import org.csrgrid.config.settings.SettingsLoader;

/** Really started members on ports from the operating system, in a cluster nobody else is in. */
final class TestGrid {
    private TestGrid() {}

    static GridSettings settings(String... keysAndValues) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("grid.port", "0");
        overrides.put("grid.cluster-name", "test-" + UUID.randomUUID());
        for (int at = 0; at < keysAndValues.length; at += 2) {
            overrides.put("grid." + keysAndValues[at], keysAndValues[at + 1]);
        }
        return SettingsLoader.defaultsWith(overrides).grid();
    }

    static HazelcastInstance member(Config config) {
        return Hazelcast.newHazelcastInstance(config);
    }

    /** The settings for another process that should find this member. */
    static GridSettings joining(HazelcastInstance member, String... keysAndValues) {
        String[] all = new String[keysAndValues.length + 4];
        System.arraycopy(keysAndValues, 0, all, 4, keysAndValues.length);
        all[0] = "join";
        all[1] =
                "127.0.0.1:" + member.getCluster().getLocalMember().getAddress().getPort();
        all[2] = "cluster-name";
        all[3] = member.getConfig().getClusterName();
        return settings(all);
    }
}
