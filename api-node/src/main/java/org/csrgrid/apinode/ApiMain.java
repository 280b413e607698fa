package org.csrgrid.apinode;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.grid.GridUnreachableException;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The process: {@code --config <yaml>}, with CSR_ environment variables on top. SIGTERM stops it in order. */
public final class ApiMain {

    private static final String LOGGING = "logback.configurationFile";
    private static final int WRONG_USE = 2;
    private static final int CANNOT_START = 1;

    private ApiMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        useOwnLogging();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        ApiNode node = start(arguments);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            node.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
    }

    /** Several processes share one class path, so each names its own logging set-up; before any logger exists. */
    private static void useOwnLogging() {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "logback-api.xml");
        }
    }

    private static ApiNode start(String[] arguments) {
        try {
            Settings settings = SettingsLoader.load(configuration(arguments), System.getenv(), Map.of());
            return ApiNode.start(settings);
        } catch (InvalidSettingsException | IllegalArgumentException wrong) {
            throw exit(WRONG_USE, wrong);
        } catch (GridUnreachableException | IllegalStateException | UncheckedIOException failure) {
            throw exit(CANNOT_START, failure);
        }
    }

    private static Optional<Path> configuration(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        if (arguments.length == 2 && arguments[0].equals("--config")) {
            return Optional.of(Path.of(arguments[1]));
        }
        throw new IllegalArgumentException(
                "arguments: %s (expected: --config <yaml>)".formatted(String.join(" ", arguments)));
    }

    private static RuntimeException exit(int code, RuntimeException reason) {
        System.err.println(reason.getMessage());
        System.exit(code);
        return reason;
    }
}
