package org.csrgrid.bench.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.csrgrid.bench.load.LoadPlan;
import org.csrgrid.bench.load.LoadResult;

/** The load generator wrk: it takes less of the machine than ours, and nobody here wrote it. It knows one target. */
final class Wrk implements ReadSuite.Generator {

    /** Percentiles come as 100 lines, from which the histogram is put together again. */
    private static final String SCRIPT = """
            local paths = {%s}
            local given = {%s}
            given["Accept"] = "application/json"
            local requests, number = {}, 0
            function init(args)
              for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path, given) end
            end
            if #paths > 1 then
              function request() number = number %% #requests + 1; return requests[number] end
            else
              wrk.headers = given
            end
            function done(summary, latency, all)
              io.write(string.format("csr %%d %%d %%d\\n", summary.requests, summary.duration,
                summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout + summary.errors.status))
              for p = 1, 100 do io.write(string.format("csr-at %%d\\n", latency:percentile(p == 100 and 99.999 or p - 0.5))) end
              io.write(string.format("csr-max %%d\\n", latency.max))
            end
            """;

    private final Path program;
    private final Path scratch;

    Wrk(Path program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    @Override
    public LoadResult run(LoadPlan plan, List<String> paths, Map<String, String> headers, int status)
            throws IOException {
        Path script = scratch.resolve("load.lua");
        Files.writeString(script, script(paths, headers));
        run(plan, paths.getFirst(), script, plan.warmUp());
        return result(run(plan, paths.getFirst(), script, plan.measured()), status);
    }

    private static String script(List<String> paths, Map<String, String> headers) {
        String quoted = String.join(",", paths.stream().map(Wrk::quote).toList());
        String given = String.join(
                ", ",
                headers.entrySet().stream()
                        .map(header -> "[%s] = %s".formatted(quote(header.getKey()), quote(header.getValue())))
                        .toList());
        return SCRIPT.formatted(quoted, given);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String run(LoadPlan plan, String path, Path script, Duration time) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-t1",
                        "-c" + plan.connections(),
                        "-d" + Math.max(1, time.toSeconds()) + "s",
                        "-s",
                        script.toString(),
                        plan.targets().getFirst().resolve(path).toString())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("wrk failed: " + output);
            }
            return output;
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while wrk runs");
        }
    }

    private static LoadResult result(String output, int status) throws IOException {
        Histogram histogram = new Histogram(3);
        long[] totals = output.lines()
                .filter(line -> line.startsWith("csr "))
                .map(line -> line.substring(4).split(" "))
                .map(parts -> new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])})
                .findFirst()
                .orElseThrow(() -> new IOException("wrk said nothing about its result: " + output));
        output.lines()
                .filter(line -> line.startsWith("csr-at "))
                .forEach(line -> histogram.recordValueWithCount(
                        Long.parseLong(line.substring(7)), Math.max(1, totals[0] / 100)));
        output.lines()
                .filter(line -> line.startsWith("csr-max "))
                .forEach(line -> histogram.recordValue(Long.parseLong(line.substring(8))));
        long failures = totals[2];
        return new LoadResult(
                totals[0] - failures,
                failures,
                Map.of(status, totals[0] - failures),
                Duration.ofNanos(totals[1] * 1000),
                histogram);
    }
}
