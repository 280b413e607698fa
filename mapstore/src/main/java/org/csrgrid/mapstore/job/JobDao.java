package org.csrgrid.mapstore.job;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;

/** Reads jobs as they were last flushed, those that are over included. Safe for many threads. */
public final class JobDao {

    /** Jobs somebody still has to do something about, in the order of their ids so that one can go on after the last. */
    private static final String UNFINISHED = """
            SELECT * FROM job
            WHERE (state IN ('READY', 'RUNNING') OR owing) AND created_at >= :from AND created_at <= :to AND id > :after
            ORDER BY id LIMIT :limit
            """;

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
     * Jobs that are not over or still owe something, by id.
     *
     * @param from created not before
     * @param to created not after
     * @param after ids greater than this; empty for the first
     */
    public List<Job> unfinished(Instant from, Instant to, String after, int limit) {
        return reading.run(handle -> handle.createQuery(UNFINISHED)
                .bind("from", Micros.of(from))
                .bind("to", Micros.of(to))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> JobRow.read(row))
                .list());
    }
}
