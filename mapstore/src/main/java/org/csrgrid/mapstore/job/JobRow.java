package org.csrgrid.mapstore.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** A job as a row of {@code job}. */
final class JobRow {
    private static final List<String> VALUE_COLUMNS = List.of(
            "affinity",
            "name",
            "channel",
            "payload",
            "state",
            "attempts",
            "run_at",
            "last_token",
            "lease_worker",
            "lease_token",
            "lease_until",
            "last_error");

    private JobRow() {}

    /** A job that is finished and enqueued again begins with version 1 once more, so the later beginning counts first. */
    static VersionedTable<Job> table() {
        return new VersionedTable<>("job", "id", VALUE_COLUMNS, List.of("created_at", "version"), JobRow::values);
    }

    private static List<@Nullable Object> values(Job job) {
        JobLease lease = job.lease();
        return Arrays.asList(
                job.id(),
                job.affinity(),
                job.name(),
                job.channel().name(),
                job.request().payload(),
                job.state().name(),
                job.attempts(),
                ColumnValues.micros(job.runAt()),
                job.lastToken(),
                lease == null ? null : lease.worker(),
                lease == null ? null : lease.token(),
                lease == null ? null : ColumnValues.micros(lease.until()),
                job.lastError(),
                ColumnValues.micros(job.createdAt()),
                job.version());
    }

    static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getLong("affinity"),
                JobRequest.of(
                        row.getString("name"),
                        ColumnValues.constant(row, "channel", Channel.class),
                        row.getString("payload")),
                ColumnValues.constant(row, "state", JobState.class),
                row.getInt("attempts"),
                ColumnValues.instant(row, "run_at"),
                row.getLong("last_token"),
                lease(row),
                JobTrace.EMPTY,
                null,
                false,
                row.getString("last_error"),
                List.of(),
                ColumnValues.instant(row, "created_at"),
                null,
                row.getLong("version"));
    }

    private static @Nullable JobLease lease(ResultSet row) throws SQLException {
        String worker = row.getString("lease_worker");
        return worker == null
                ? null
                : new JobLease(worker, row.getLong("lease_token"), ColumnValues.instant(row, "lease_until"));
    }
}
