package org.csrgrid.apinode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.grid.GridUnreachableException;
import org.csrgrid.config.process.ReadyFile;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** {@code main} of a REST node: {@code [--config FILE]}, everything else from the file and the environment. SIGTERM stops it in order. */
public final class ApiNodeProcess {

    private static final String LOGGING = "logback.configurationFile";
    private static final int WRONG_USE = 2;
    private static final int CANNOT_START = 1;

    private ApiNodeProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        useOwnLogging();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Settings settings = settings(arguments);
        ApiNode node = start(settings);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(node::close));
        settings.node().readyFile().ifPresent(file -> ReadyFile.write(file, node.port()));
        new CountDownLatch(1).await();
    }

    /** Several processes share one class path, so each names its own logging set-up; before any logger exists. */
    private static void useOwnLogging() {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "logback-api.xml");
        }
    }

    private static Settings settings(String[] arguments) {
        try {
            Settings settings = SettingsLoader.load(configFile(arguments), System.getenv(), Map.of());
            settings.requireSecrets();
            return settings;
        } catch (InvalidSettingsException invalid) {
            throw exit(WRONG_USE, invalid);
        }
    }

    private static Optional<Path> configFile(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        if (arguments.length == 2 && arguments[0].equals("--config")) {
            return Optional.of(Path.of(arguments[1]));
        }
        throw exit(WRONG_USE, new IllegalArgumentException("usage: ApiNodeProcess [--config FILE]"));
    }

    private static ApiNode start(Settings settings) {
        try {
            return ApiNode.start(settings);
        } catch (GridUnreachableException | IllegalArgumentException unable) {
            throw exit(CANNOT_START, unable);
        } catch (RuntimeException taken) {
            throw exit(
                    CANNOT_START,
                    new IllegalStateException("cannot listen on %s:%d (%s)"
                            .formatted(
                                    settings.api().bindAddress(), settings.api().port(), taken)));
        }
    }

    private static RuntimeException exit(int code, RuntimeException reason) {
        System.err.println(reason.getMessage());
        System.exit(code);
        return reason;
    }
}
