package org.csrgrid.sandbox;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.csrgrid.sandbox.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The gateway as a process of its own: runs until SIGTERM or Ctrl-C; exit 2 for wrong arguments, 1 if it cannot start. */
final class GatewayProcess {
    private static final String LOGGING = "logback.configurationFile";

    private GatewayProcess() {}

    static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(CommandLine.USAGE);
            return;
        }
        try {
            run(CommandLine.parse(arguments, System.getenv()));
        } catch (UsageException wrong) {
            exit(2, wrong);
        } catch (CannotListenException | JournalException | UncheckedIOException fault) {
            exit(1, fault);
        }
    }

    private static void run(CommandLine commandLine) {
        Logger logger = logger();
        SandboxGateway gateway = SandboxGateway.start(commandLine.options());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            commandLine.readyFile().ifPresent(ReadyFile::remove);
            gateway.close();
            logger.info("Sandbox gateway stopped");
        }));
        logger.info("Sandbox gateway listens on {}", gateway.uri());
        commandLine
                .readyFile()
                .ifPresent(file -> ReadyFile.write(file, ProcessHandle.current().pid(), gateway.port()));
        waitForTheEnd();
    }

    private static Logger logger() {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "org/csrgrid/sandbox/logback.xml");
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return LoggerFactory.getLogger(SandboxGateway.class);
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void exit(int status, RuntimeException reason) {
        System.err.println("sandbox-gateway: " + reason.getMessage());
        System.exit(status);
    }
}
