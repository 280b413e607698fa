package org.csrgrid.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.launcher.cluster.JvmFlags;
import org.csrgrid.launcher.data.RunningProduct;
import picocli.CommandLine.Model.CommandSpec;

/** Runs the demo's supervisor as a process of its own, and shows what it says until everything is ready. */
final class Detached {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final CommandSpec spec;
    private final Path folder;
    private final Path log;

    Detached(CommandSpec spec, Path folder) {
        this.spec = spec;
        this.folder = folder;
        log = folder.resolve("logs").resolve("supervisor.log");
    }

    int start(List<String> arguments) {
        PrintWriter out = spec.commandLine().getOut();
        long begin = System.nanoTime();
        Process supervisor = launch(arguments);
        int shown = 0;
        while (true) {
            boolean ended = !supervisor.isAlive();
            Optional<RunningProduct> product =
                    RunningProduct.read(folder).filter(running -> running.pid() == supervisor.pid());
            if (product.isPresent()) {
                new DemoScreen(product.get(), folder, (System.nanoTime() - begin) / 1e9).print(out);
                out.printf("%n  It runs in the background: ./csr status, ./csr stop%n");
                out.flush();
                return 0;
            }
            List<String> lines = lines();
            lines.subList(shown, lines.size()).forEach(out::println);
            out.flush();
            shown = lines.size();
            if (ended) {
                return CsrCommand.FAULT;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Process launch(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.all());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dcsr.home=" + System.getProperty("csr.home", ""));
        command.add("-Dcsr.detached=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CsrCommand.class.getName()));
        command.addAll(arguments);
        try {
            Files.deleteIfExists(log);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException failure) {
            throw new CommandException("the supervisor cannot be started: " + failure.getMessage(), failure);
        }
    }

    private List<String> lines() {
        try {
            String text = Files.exists(log) ? Files.readString(log) : "";
            // A line still being written waits for its end.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException unreadable) {
            throw new CommandException("%s cannot be read".formatted(log), unreadable);
        }
    }
}
