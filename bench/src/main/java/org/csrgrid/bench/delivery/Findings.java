package org.csrgrid.bench.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * What the book says after a run.
 *
 * @param accepted jobs the grid said yes to, and the follow-ups they owe
 * @param deliveries attempts that began
 * @param duplicates attempts that did all there was to do, beyond the first of each job
 * @param overtaken attempts that went on after another had begun, and were refused
 * @param postings fenced effects
 * @param recovery milliseconds from a blow to the next attempt of what the member left unfinished
 * @param wrongs everything that is not as it must be; empty is what must be
 */
record Findings(
        long accepted,
        long deliveries,
        long duplicates,
        long overtaken,
        long postings,
        Map<Blow, Histogram> recovery,
        List<String> wrongs) {

    private static final long[] BOUNDS = {500, 1_000, 2_000, 3_000, 5_000, 10_000, 20_000, Long.MAX_VALUE};

    void print(Consumer<String> say) {
        say.accept("%,d jobs, %,d deliveries, %,d duplicates (repeated after a blow), %,d overtaken, %,d fenced effects"
                .formatted(accepted, deliveries, duplicates, overtaken, postings));
        recovery.forEach((blow, times) -> say.accept("recovery after %s: %d jobs, p50 %d ms, p95 %d ms, max %d ms;%s"
                .formatted(
                        blow,
                        times.getTotalCount(),
                        times.getValueAtPercentile(50),
                        times.getValueAtPercentile(95),
                        times.getMaxValue(),
                        buckets(times))));
        wrongs.forEach(say);
    }

    private static String buckets(Histogram times) {
        StringBuilder text = new StringBuilder();
        long from = 0;
        for (long bound : BOUNDS) {
            long count = times.getCountBetweenValues(from, bound - 1);
            if (count > 0) {
                text.append(bound == Long.MAX_VALUE ? " longer" : " < %.1f s".formatted(bound / 1000.0))
                        .append(": ")
                        .append(count);
            }
            from = bound;
        }
        return text.toString();
    }
}
