package org.csrgrid.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.csrgrid.launcher.cluster.LocalClusterOptions;

/**
 * How large a world is.
 *
 * @param campaigns the hot one is one of them
 * @param matched   whether a company adds to every donation, within caps that are soon reached
 * @param settings  of all nodes, by key
 * @param cluster   last changes to what the product consists of
 */
public record WorldOptions(
        int members,
        int apis,
        int campaigns,
        int donors,
        boolean matched,
        Map<String, String> settings,
        UnaryOperator<LocalClusterOptions> cluster) {

    private static final List<String> SMALL_MEMBER = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> SMALL_API = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    public WorldOptions {
        settings = Map.copyOf(settings);
    }

    /** For measuring: 1,000 campaigns and a hot one, 1,000 donors, nobody adds anything. */
    public static WorldOptions large(int members, int apis) {
        return new WorldOptions(members, apis, 1_001, 1_000, false, Map.of(), UnaryOperator.identity());
    }

    /** For breaking: 20 campaigns, 20 donors, matched; nodes that start quickly and take little memory. */
    public static WorldOptions small(int members, int apis) {
        return new WorldOptions(
                members, apis, 20, 20, true, Map.of(), options -> options.javaOptions(SMALL_MEMBER, SMALL_API));
    }

    public WorldOptions with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new WorldOptions(members, apis, campaigns, donors, matched, more, cluster);
    }
}
