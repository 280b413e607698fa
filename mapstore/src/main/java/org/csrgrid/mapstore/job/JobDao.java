package org.csrgrid.mapstore.job;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;
import org.jspecify.annotations.Nullable;

/** Reads jobs as they were last flushed, those that are over included. Safe for many threads. */
public final class JobDao {

    private static final String LIVE = """
            SELECT * FROM job WHERE state = :state AND created_at >= :from AND created_at <= :to
            AND (created_at > :from OR id > :after)
            ORDER BY created_at, id LIMIT :limit
            """;

    /** Owing rows are few and have no index, so the whole table is read, once. */
    private static final String OWING = "SELECT * FROM job WHERE owing AND id > :after ORDER BY id LIMIT :limit";

    private final Reading reading;
    private final StoredRows<Job> rows;

    public JobDao(Reading reading) {
        this.reading = reading;
        this.rows = new StoredRows<>(reading, JobRow.table(), (row, _) -> JobRow.read(row));
    }

    /** The jobs with these ids that are there, in no order. */
    public List<Job> byIds(Collection<String> ids) {
        return rows.find(ids);
    }

    /**
     * Jobs of a state in the order they were created.
     *
     * @param after the last one of the page before; null for the first
     */
    public List<Job> created(JobState state, Instant from, Instant to, @Nullable Job after, int limit) {
        return reading.run(handle -> handle.createQuery(LIVE)
                .bind("state", state.name())
                .bind("from", Micros.of(after == null ? from : after.createdAt()))
                .bind("to", Micros.of(to))
                .bind("after", after == null ? "" : after.id())
                .bind("limit", limit)
                .map((row, _) -> JobRow.read(row))
                .list());
    }

    /** Jobs that are over and owe something, by id. */
    public List<Job> owing(String after, int limit) {
        return reading.run(handle -> handle.createQuery(OWING)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> JobRow.read(row))
                .list());
    }
}
