package org.csrgrid.gridnode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.process.ReadyFile;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.gridnode.job.JobHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code main} of a grid node: {@code [--config FILE]}, everything else from the file and the environment. */
public final class GridNodeProcess {

    private static final Logger LOG = LoggerFactory.getLogger(GridNodeProcess.class);

    private GridNodeProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        run(arguments, _ -> List.of());
    }

    /**
     * Runs a member until the process is told to end.
     *
     * @param more makes handlers of jobs that are not the product's own
     */
    public static void run(String[] arguments, Function<Settings, List<JobHandler<?>>> more)
            throws InterruptedException {
        Settings settings = settings(arguments);
        GridNode node = GridNode.start(settings, more.apply(settings));
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    LOG.info("Leaving the cluster");
                    node.close();
                    LOG.info("Left the cluster");
                }));
        settings.node().readyFile().ifPresent(file -> ReadyFile.write(file, node.port()));
        LOG.info("{} is ready on port {}", settings.node().name(), node.port());
        new CountDownLatch(1).await();
    }

    private static Settings settings(String[] arguments) {
        try {
            Settings settings = SettingsLoader.load(configFile(arguments), System.getenv(), Map.of());
            settings.requireSecrets();
            settings.database().requireUrl();
            return settings;
        } catch (InvalidSettingsException invalid) {
            invalid.problems().forEach(problem -> System.err.println(problem.line()));
            System.exit(2);
            throw invalid;
        }
    }

    private static Optional<Path> configFile(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        if (arguments.length == 2 && arguments[0].equals("--config")) {
            return Optional.of(Path.of(arguments[1]));
        }
        System.err.println("usage: GridNodeProcess [--config FILE]");
        System.exit(2);
        return Optional.empty();
    }
}
