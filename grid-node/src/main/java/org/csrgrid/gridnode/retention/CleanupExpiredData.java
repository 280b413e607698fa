package org.csrgrid.gridnode.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.config.settings.RetentionSettings;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.mapstore.retention.ExpiredRows;
import org.csrgrid.mapstore.retention.RetentionRule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes in small batches what has been kept long enough. Its result is its last message and its log: how many rows of which kind went. An attempt after a
 * crash goes on and knows how many went before, but for the batch during which the crash came.
 */
public final class CleanupExpiredData implements JobHandler<HouseJobs.CleanupWork> {

    private static final Logger LOG = LoggerFactory.getLogger(CleanupExpiredData.class);

    private final ExpiredRows rows;
    private final RetentionRules rules;
    private final Clock clock;

    public CleanupExpiredData(ExpiredRows rows, RetentionSettings settings, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        rules = new RetentionRules(settings);
    }

    @Override
    public JobType<HouseJobs.CleanupWork> type() {
        return HouseJobs.CLEANUP_EXPIRED_DATA;
    }

    @Override
    public void run(HouseJobs.CleanupWork work, JobContext context) throws InterruptedException {
        Instant now = clock.instant();
        Map<String, Long> counts = work.dryRun() ? count(now) : delete(now, context);
        String report = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", work.dryRun() ? "would delete: " : "deleted: ", ""));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        context.progress(total, total, report);
        context.log(report);
        LOG.info("Clean-up {}", report);
    }

    private Map<String, Long> count(Instant now) {
        Map<String, Long> counts = new TreeMap<>();
        all().forEach(rule -> counts.put(rule.name(), rows.count(rule, now)));
        return counts;
    }

    private Map<String, Long> delete(Instant now, JobContext context) throws InterruptedException {
        Map<String, Long> counts = parse(context.job().trace().cursor());
        RetentionRule archiving = rules.archiving();
        drain(archiving, () -> rows.archiveBatch(archiving, now), counts, context);
        for (RetentionRule rule : rules.deleting()) {
            drain(rule, () -> rows.deleteBatch(rule, now), counts, context);
        }
        return counts;
    }

    private static void drain(RetentionRule rule, IntSupplier batch, Map<String, Long> counts, JobContext context)
            throws InterruptedException {
        counts.putIfAbsent(rule.name(), 0L);
        int gone;
        do {
            context.checkpoint();
            gone = batch.getAsInt();
            if (gone > 0) {
                long sum = counts.merge(rule.name(), (long) gone, Long::sum);
                context.saveCursor(write(counts));
                context.progress(sum, 0, rule.name());
            }
        } while (gone == rule.batchSize());
    }

    private List<RetentionRule> all() {
        return Stream.concat(Stream.of(rules.archiving()), rules.deleting().stream())
                .toList();
    }

    private static String write(Map<String, Long> counts) {
        var parts = new ArrayList<String>();
        counts.forEach((name, count) -> parts.add(name + "=" + count));
        return String.join(";", parts);
    }

    private static Map<String, Long> parse(@Nullable String cursor) {
        Map<String, Long> counts = new TreeMap<>();
        if (cursor != null) {
            for (String part : cursor.split(";")) {
                int equals = part.lastIndexOf('=');
                counts.put(part.substring(0, equals), Long.valueOf(part.substring(equals + 1)));
            }
        }
        return counts;
    }
}
