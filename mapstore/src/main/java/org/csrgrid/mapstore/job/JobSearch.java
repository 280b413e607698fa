package org.csrgrid.mapstore.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.job.filter.InvalidCursorException;
import org.csrgrid.grid.job.filter.JobCounts;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds jobs over all states as they were last flushed. Safe for many threads. */
public final class JobSearch {
    private static final String COUNTS = "SELECT channel, state, COUNT(*) AS jobs FROM job GROUP BY channel, state";
    private static final String FORGET = """
            DELETE FROM job
            WHERE id = ? AND created_at = ? AND version = ? AND state IN ('DEAD', 'SUCCEEDED', 'CANCELLED')
            """;

    private final Reading reading;

    public JobSearch(Reading reading) {
        this.reading = reading;
    }

    /**
     * A page of jobs, newest first.
     *
     * @param cursor from the page before, null for the first page
     * @throws InvalidCursorException if the cursor is none of ours
     */
    public JobPage find(JobFilter filter, @Nullable String cursor, int limit) {
        FilterSql condition = FilterSql.of(filter.condition());
        List<Object> parameters = new ArrayList<>(condition.parameters());
        String below = "";
        if (cursor != null) {
            JobCursor last = JobCursor.parse(cursor);
            below = " AND created_at <= ? AND (created_at < ? OR id < ?)";
            parameters.addAll(List.of(last.createdAtMicros(), last.createdAtMicros(), last.id()));
        }
        parameters.add(limit + 1);
        List<Job> found = query(
                "SELECT * FROM job WHERE " + condition.where() + below + " ORDER BY created_at DESC, id DESC LIMIT ?",
                parameters);
        if (found.size() <= limit) {
            return new JobPage(found, null);
        }
        List<Job> page = found.subList(0, limit);
        return new JobPage(page, JobCursor.of(page.getLast()).text());
    }

    private List<Job> query(String sql, List<Object> parameters) {
        return reading.run(handle -> {
            Query query = handle.createQuery(sql);
            for (int position = 0; position < parameters.size(); position++) {
                query.bind(position, parameters.get(position));
            }
            return query.map((row, _) -> JobRow.read(row)).list();
        });
    }

    /** How many jobs each channel has in each state. */
    public JobCounts counts() {
        return new JobCounts(reading.run(handle -> handle.createQuery(COUNTS)
                .map((row, _) -> new JobCounts.JobCount(
                        ColumnValues.constant(row, "channel", Channel.class),
                        ColumnValues.constant(row, "state", JobState.class),
                        row.getLong("jobs")))
                .list()));
    }

    /** Deletes the rows of these jobs, as far as they are still what they were and over; answers how many. A repeat is harmless. */
    public int forget(Collection<Job> jobs) {
        if (jobs.isEmpty()) {
            return 0;
        }
        return reading.run(handle -> {
            PreparedBatch batch = handle.prepareBatch(FORGET);
            for (Job job : jobs) {
                batch.add(job.id(), Micros.of(job.createdAt()), job.version());
            }
            int deleted = 0;
            for (int count : batch.execute()) {
                deleted += count;
            }
            return deleted;
        });
    }
}
