package org.csrgrid.bench.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.bench.world.Scratch;
import org.csrgrid.bench.world.World;
import org.csrgrid.bench.world.WorldOptions;
import org.csrgrid.launcher.cluster.LocalCluster;
import org.csrgrid.launcher.cluster.LocalClusterOptions;
import org.csrgrid.launcher.cluster.Progress;
import picocli.CommandLine.Option;

/** What every suite can be told. */
public final class BenchOptions {

    @Option(names = "--members", paramLabel = "N", defaultValue = "1", description = "Grid members (default: 1).")
    private int members;

    @Option(names = "--apis", paramLabel = "N", defaultValue = "1", description = "API nodes (default: 1).")
    private int apis;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "15",
            description = "Seconds of load before each figure (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "0", description = "Requests under way at once.")
    private int connections;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of all nodes; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    public Duration warmUp() {
        return Duration.ofSeconds(warmUpSeconds);
    }

    public Duration measured() {
        return Duration.ofSeconds(seconds);
    }

    public int connections(int usual) {
        return connections > 0 ? connections : usual;
    }

    /** Starts a world of its own in the folder, which belongs to the caller. */
    public World start(Scratch scratch, Map<String, String> more) {
        WorldOptions world = WorldOptions.large(members, apis);
        Map<String, String> all = new LinkedHashMap<>(settings);
        more.forEach(all::putIfAbsent);
        for (var setting : all.entrySet()) {
            world = world.with(setting.getKey(), setting.getValue());
        }
        Progress progress = step -> System.err.println("  " + step);
        return World.start(scratch.folder().resolve("data"), world, progress);
    }

    /**
     * Starts members alone, without API nodes, in the folder, which belongs to the caller.
     *
     * @param main the class members begin with
     * @param javaOptions of a member
     */
    public LocalCluster startMembers(
            Scratch scratch, Map<String, String> more, Class<?> main, List<String> javaOptions) {
        LocalClusterOptions cluster = LocalClusterOptions.members(members)
                .apis(0)
                .dataFolder(scratch.folder().resolve("data"))
                .javaOptions(javaOptions, List.of())
                .memberMain(main);
        Map<String, String> all = new LinkedHashMap<>(settings);
        more.forEach(all::putIfAbsent);
        for (var setting : all.entrySet()) {
            cluster = cluster.with(setting.getKey(), setting.getValue());
        }
        return LocalCluster.start(cluster, step -> System.err.println("  " + step));
    }

    public boolean hasOneApi() {
        return apis == 1;
    }

    /** Where files of results go. */
    public Path output() {
        return Path.of(System.getProperty("csr.home", "."), "bench", "out");
    }
}
