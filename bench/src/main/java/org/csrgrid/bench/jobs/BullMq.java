package org.csrgrid.bench.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.csrgrid.bench.read.Tools;

/** BullMQ on a Redis of our own, measured by its own program in bench/peers/bullmq. Each figure is the best of a few set-ups. */
final class BullMq implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Workers> SETUPS = List.of(new Workers(1, 100), new Workers(1, 300), new Workers(2, 100));

    private final Path node;
    private final Path program;
    private final Redis redis;
    private Workers best = SETUPS.getFirst();

    private record Workers(int processes, int concurrency) {

        List<String> arguments() {
            return List.of("--processes", Integer.toString(processes), "--concurrency", Integer.toString(concurrency));
        }
    }

    /** Milliseconds from when a job was due to its start. */
    record Pickup(double p50, double p95, double p99) {}

    private BullMq(Path node, Path program, Redis redis) {
        this.node = node;
        this.program = program;
        this.redis = redis;
    }

    /** Starts Redis for it, or nothing where Redis, node or BullMQ is not installed. */
    static Optional<BullMq> on(Path scratch, String appendfsync) throws IOException {
        Path folder = Path.of(System.getProperty("csr.home", "."), "bench", "peers", "bullmq");
        Optional<Path> server = Tools.find("redis-server");
        Optional<Path> node = Tools.find("node");
        if (server.isEmpty() || node.isEmpty() || !Files.isDirectory(folder.resolve("node_modules"))) {
            return Optional.empty();
        }
        Redis redis = Redis.start(server.get(), scratch.resolve("redis-" + appendfsync), appendfsync);
        return Optional.of(new BullMq(node.get(), folder.resolve("bench.mjs"), redis));
    }

    /** Jobs added a second by so many callers who each wait for their answer. */
    double adds(int callers, Duration warmUp, Duration measured) throws IOException {
        double best = 0;
        for (String pipelining : List.of("0", "1")) {
            List<String> arguments = timed(callers, warmUp, measured, List.of("--pipelining", pipelining));
            best = Math.max(best, run("add", arguments).path("perSecond").asDouble());
        }
        return best;
    }

    /** Jobs of a backlog processed a second. */
    double processed(int backlog) throws IOException {
        double most = 0;
        for (Workers workers : SETUPS) {
            List<String> arguments = new ArrayList<>(workers.arguments());
            arguments.addAll(List.of("--jobs", Integer.toString(backlog)));
            double perSecond = run("process", arguments).path("perSecond").asDouble();
            if (perSecond > most) {
                most = perSecond;
                best = workers;
            }
        }
        return most;
    }

    /** Jobs processed a second while so many callers add. */
    double both(int callers, Duration warmUp, Duration measured) throws IOException {
        return run("both", timed(callers, warmUp, measured, best.arguments()))
                .path("perSecond")
                .asDouble();
    }

    Pickup pickup(double perSecond, Duration warmUp, Duration measured) throws IOException {
        List<String> more = new ArrayList<>(best.arguments());
        more.addAll(List.of("--rate", Long.toString(Math.max(1, Math.round(perSecond)))));
        JsonNode waits = run("pickup", timed(1, warmUp, measured, more));
        return new Pickup(
                waits.path("p50").asDouble(),
                waits.path("p95").asDouble(),
                waits.path("p99").asDouble());
    }

    /** The set-up of workers that processed most. */
    String setup() {
        return "%d worker process(es), concurrency %d".formatted(best.processes(), best.concurrency());
    }

    private static List<String> timed(int callers, Duration warmUp, Duration measured, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--callers",
                Integer.toString(callers),
                "--seconds",
                Long.toString(measured.toSeconds()),
                "--warm-up",
                Long.toString(warmUp.toSeconds())));
        arguments.addAll(more);
        return arguments;
    }

    private JsonNode run(String measure, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(node.toString(), program.toString(), measure, "--port", Integer.toString(redis.port())));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("%s ended with %d: %s".formatted(program, process.exitValue(), output));
            }
            return JSON.readTree(output);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while BullMQ runs");
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
