package org.csrgrid.mapstore.retention;

import java.time.Instant;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;

/**
 * Counts and deletes what retention rules no longer keep. Every method throws {@link org.csrgrid.grid.cluster.DatabaseUnavailableException} when the
 * database is away. Safe for many threads.
 */
public final class ExpiredRows {

    private final Reading reading;

    public ExpiredRows(Reading reading) {
        this.reading = reading;
    }

    /** How many rows a rule no longer keeps. */
    public long count(RetentionRule rule, Instant now) {
        return reading.run(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM `%s` WHERE %s".formatted(rule.table(), expired(rule)))
                .bind("before", Micros.of(now.minus(rule.age())))
                .mapTo(Long.class)
                .one());
    }

    /** Deletes one batch, the oldest first. A repeat deletes the next. Answers how many rows went; fewer than a batch means that it was the last. */
    public int deleteBatch(RetentionRule rule, Instant now) {
        return reading.run(handle -> delete(handle, rule, now));
    }

    private static int delete(Handle handle, RetentionRule rule, Instant now) {
        return handle.createUpdate("DELETE FROM `%s` WHERE %s ORDER BY `%s` LIMIT :limit"
                        .formatted(rule.table(), expired(rule), rule.ageColumn()))
                .bind("before", Micros.of(now.minus(rule.age())))
                .bind("limit", rule.batchSize())
                .execute();
    }

    /**
     * Moves one batch of dead jobs to the archive, without what they were to do, since that may be personal. The rows in the archive are in before the
     * others go, and a repeat replaces them. Answers how many rows went.
     */
    public int archiveBatch(RetentionRule rule, Instant now) {
        String rows = "FROM `%s` WHERE %s ORDER BY `%s`, id LIMIT :limit"
                .formatted(rule.table(), expired(rule), rule.ageColumn());
        return reading.run(handle -> handle.inTransaction(transaction -> {
            long before = Micros.of(now.minus(rule.age()));
            transaction
                    .createUpdate("""
                            REPLACE INTO job_archive (id, name, channel, attempts, last_error, created_at, finished_at)
                            SELECT id, name, channel, attempts, last_error, created_at, finished_at
                            """ + rows)
                    .bind("before", before)
                    .bind("limit", rule.batchSize())
                    .execute();
            return transaction
                    .createUpdate("DELETE " + rows)
                    .bind("before", before)
                    .bind("limit", rule.batchSize())
                    .execute();
        }));
    }

    private static String expired(RetentionRule rule) {
        return "`%s` < :before AND (%s)".formatted(rule.ageColumn(), rule.condition());
    }
}
