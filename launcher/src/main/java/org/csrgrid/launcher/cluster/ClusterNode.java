package org.csrgrid.launcher.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process of the product: the gateway, a member or an API node. It keeps its port and its log over restarts. Safe for use by several threads;
 * starting and stopping one node happen one after the other.
 */
public final class ClusterNode {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String name;
    private final int port;
    private final NodeCommand command;
    private final Path log;
    private final Path readyFile;
    private final Consumer<ClusterNode> changed;

    private volatile @Nullable Process process;
    private volatile boolean wanted;

    ClusterNode(String name, int port, NodeCommand command, Path log, Path readyFile, Consumer<ClusterNode> changed) {
        this.name = name;
        this.port = port;
        this.command = command;
        this.log = log;
        this.readyFile = readyFile;
        this.changed = changed;
    }

    /** Such as {@code member-1}. */
    public String name() {
        return name;
    }

    /** The port it listens on whenever it runs. */
    public int port() {
        return port;
    }

    /** Where it answers HTTP; meaningless for a member. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Everything its processes wrote, the newest last. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Whether it was started and nobody has stopped or killed it through this object. */
    public boolean isWanted() {
        return wanted;
    }

    /** @throws ClusterException if it does not run */
    public long pid() {
        Process current = process;
        if (current == null || !current.isAlive()) {
            throw new ClusterException(name + " does not run");
        }
        return current.pid();
    }

    Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    /** Starts the process and returns at once; see {@link #awaitReady}. */
    public synchronized void start() {
        if (isAlive()) {
            throw new ClusterException(name + " runs already");
        }
        try {
            Files.deleteIfExists(readyFile);
            Process started = command.start(log);
            process = started;
            started.onExit().thenRun(() -> changed.accept(this));
        } catch (IOException failure) {
            throw new ClusterException("%s cannot be started: %s".formatted(name, failure.getMessage()), failure);
        }
        wanted = true;
        changed.accept(this);
    }

    /**
     * Waits until the process says it is ready.
     *
     * @throws ClusterException with the last words of its log if it ends instead, or takes longer
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!Files.exists(readyFile)) {
            if (!isAlive()) {
                throw new ClusterException("%s ended while it started: %s (log: %s)".formatted(name, lastWords(), log));
            }
            if (System.nanoTime() > deadline) {
                throw new ClusterException("%s is not ready after %d s: %s (log: %s)"
                        .formatted(name, patience.toSeconds(), lastWords(), log));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Asks the process to end (SIGTERM) and waits for it; kills it if it takes longer than 90 s. Nothing happens if it does not run. */
    public synchronized void stop() {
        wanted = false;
        Process current = process;
        if (current == null) {
            return;
        }
        current.destroy();
        if (!endsWithin(current, STOP_PATIENCE)) {
            current.destroyForcibly();
            endsWithin(current, STOP_PATIENCE);
        }
        changed.accept(this);
    }

    /** Kills the process (SIGKILL) and waits until it is gone. */
    public synchronized void kill() {
        wanted = false;
        Process current = process;
        if (current == null) {
            return;
        }
        current.destroyForcibly();
        endsWithin(current, STOP_PATIENCE);
        changed.accept(this);
    }

    /** Freezes the process (SIGSTOP) until {@link #resume}; its connections stay open and silent. */
    public void suspend() {
        Signals.send("STOP", pid());
    }

    /** Lets a frozen process go on (SIGCONT). */
    public void resume() {
        Signals.send("CONT", pid());
    }

    /** The last line of the log that says something, without a stack trace's frames. */
    public String lastWords() {
        List<String> lines = lastLines(40);
        return lines.reversed().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith("    at "))
                .findFirst()
                .orElse("its log is empty");
    }

    /** The end of the log, at most so many lines. */
    public List<String> lastLines(int count) {
        try {
            if (!Files.exists(log)) {
                return List.of();
            }
            List<String> lines =
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean endsWithin(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
