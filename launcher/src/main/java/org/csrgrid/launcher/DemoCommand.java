package org.csrgrid.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.launcher.cluster.ClusterNode;
import org.csrgrid.launcher.cluster.FreePorts;
import org.csrgrid.launcher.cluster.LocalCluster;
import org.csrgrid.launcher.cluster.LocalClusterOptions;
import org.csrgrid.launcher.data.DataFolder;
import org.csrgrid.launcher.data.RunningProduct;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole product on this machine, filled with a demo set on its first start. */
@Command(
        name = "demo",
        description = "Runs the whole product on this machine: database, payment gateway, grid members, API nodes.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_NODES = 9;
    private static final int LARGEST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--members", paramLabel = "N", defaultValue = "1", description = "Grid members (default: 1).")
    private int members;

    @Option(names = "--apis", paramLabel = "N", defaultValue = "1", description = "API nodes (default: 1).")
    private int apis;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the first API node; 0 takes a free one (default: api.port of the settings, 8080).")
    private @Nullable Integer port;

    @Option(names = "--detach", description = "Returns when everything is ready; see status and stop.")
    private boolean detach;

    @Option(names = "--fresh", description = "Deletes what earlier runs left in the data folder.")
    private boolean fresh;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Path folder = data.folder();
        LocalClusterOptions options = options(folder);
        prepareFolder(folder);
        requireFreePort(options.apiPort());
        return detach ? new Detached(spec, folder).start(arguments(options)) : run(options);
    }

    private LocalClusterOptions options(Path folder) {
        requireBetween("--members", members, 1, MOST_NODES);
        requireBetween("--apis", apis, 1, MOST_NODES);
        Settings loaded = settings.load();
        int apiPort = port == null ? loaded.api().port() : port;
        requireBetween("--port", apiPort, 0, LARGEST_PORT);
        LocalClusterOptions options = LocalClusterOptions.members(members)
                .apis(apis)
                .apiPort(apiPort)
                .dataFolder(folder)
                .demoData();
        List<String> extra = JavaOptions.ofUser();
        options = options.javaOptions(
                JavaOptions.joined(options.memberOptions(), extra), JavaOptions.joined(options.apiOptions(), extra));
        for (var override : settings.overrides().entrySet()) {
            options = options.with(override.getKey(), override.getValue());
        }
        return settings.file().map(options::configFile).orElse(options);
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "%s %d (expected: %d..%d)".formatted(option, value, least, most));
        }
    }

    private void prepareFolder(Path folder) {
        if (fresh) {
            DataFolder.clear(folder);
        }
        // Claimed again for good by the cluster; here it says what is wrong before anything is started.
        DataFolder.claim(folder).close();
    }

    private static void requireFreePort(int apiPort) {
        if (apiPort != 0 && !FreePorts.isFree(apiPort)) {
            throw new CommandException(
                    "port %d is taken (choose another with --port, or 0 for any)".formatted(apiPort));
        }
    }

    private List<String> arguments(LocalClusterOptions options) {
        return DemoArguments.of(options, settings.overrides());
    }

    private int run(LocalClusterOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch stopwatch = new Stopwatch(out);
        LocalCluster cluster = LocalCluster.prepare(options, stopwatch::step);
        Stopping stopping = new Stopping(cluster, stopwatch);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(stopping));
        try {
            cluster.startAll();
        } catch (RuntimeException failure) {
            if (stopping.hasBegun()) {
                return ForegroundNode.waitForTheEnd();
            }
            throw failure;
        }
        cluster.onUnexpectedEnd(node -> report(node, out));
        RunningProduct product = RunningProduct.read(options.dataFolder()).orElseThrow();
        new DemoScreen(product, options.dataFolder(), stopwatch.seconds()).print(out);
        out.printf("%n  Ctrl-C stops everything and keeps all data.%n");
        out.flush();
        return ForegroundNode.waitForTheEnd();
    }

    private static void report(ClusterNode node, PrintWriter out) {
        out.printf("%s ended unexpectedly: %s (log: %s)%n", node.name(), node.lastWords(), node.log());
        out.flush();
    }
}
