package org.csrgrid.mapstore.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.mapstore.commit.TableInsert;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** A job as a row of {@code job}. */
final class JobRow {
    private static final String KEY = "id";
    private static final List<String> VALUE_COLUMNS = List.of(
            "affinity",
            "name",
            "channel",
            "organization_id",
            "owner_id",
            "batch_id",
            "payload",
            "payload_version",
            "secret",
            "state",
            "owing",
            "attempts",
            "run_at",
            "finished_at",
            "last_token",
            "lease_worker",
            "lease_token",
            "lease_until",
            "last_error",
            "detail");
    private static final List<String> NEW_COLUMNS = List.of(
            KEY,
            "affinity",
            "name",
            "channel",
            "organization_id",
            "owner_id",
            "batch_id",
            "payload",
            "payload_version",
            "secret",
            "run_at",
            "detail",
            "created_at");
    private static final List<String> VERSION_COLUMNS = List.of("created_at", "version");

    private JobRow() {}

    /** A job that is over and enqueued again may begin with version 1 once more, so the later beginning counts first. */
    static VersionedTable<Job> table() {
        return new VersionedTable<>("job", KEY, VALUE_COLUMNS, VERSION_COLUMNS, JobRow::values);
    }

    /** For new jobs, whose other columns have their defaults: what is left out costs nothing. */
    static TableInsert<Job> insert() {
        return new TableInsert<>(
                "job",
                NEW_COLUMNS,
                List.of(List.of(KEY)),
                TableInsert.Repeat.SAME_KEY,
                JobRow::newValues,
                JobRow::readNew);
    }

    private static List<@Nullable Object> newValues(Job job) {
        JobRequest request = job.request();
        BatchPlace batch = request.batch();
        return Arrays.asList(
                job.id(),
                job.affinity(),
                job.name(),
                job.channel().name(),
                request.organizationId(),
                request.ownerId(),
                batch == null ? null : batch.batchId(),
                request.payload(),
                request.payloadVersion(),
                request.sensitive(),
                ColumnValues.micros(job.runAt()),
                JobDetail.json(job),
                ColumnValues.micros(job.createdAt()));
    }

    private static Job readNew(ResultSet row) throws SQLException {
        return Job.ready(
                row.getString("id"),
                row.getLong("affinity"),
                request(row, JobDetail.read(row.getString("detail"))),
                ColumnValues.instant(row, "run_at"),
                ColumnValues.instant(row, "created_at"));
    }

    private static List<@Nullable Object> values(Job job) {
        JobLease lease = job.lease();
        JobRequest request = job.request();
        BatchPlace batch = request.batch();
        return Arrays.asList(
                job.id(),
                job.affinity(),
                job.name(),
                job.channel().name(),
                request.organizationId(),
                request.ownerId(),
                batch == null ? null : batch.batchId(),
                request.payload(),
                request.payloadVersion(),
                request.sensitive(),
                job.state().name(),
                job.isOwing(),
                job.attempts(),
                ColumnValues.micros(job.runAt()),
                ColumnValues.micros(job.finishedAt()),
                job.lastToken(),
                lease == null ? null : lease.worker(),
                lease == null ? null : lease.token(),
                lease == null ? null : ColumnValues.micros(lease.until()),
                job.lastError(),
                JobDetail.json(job),
                ColumnValues.micros(job.createdAt()),
                job.version());
    }

    static Job read(ResultSet row) throws SQLException {
        JobDetail detail = JobDetail.read(row.getString("detail"));
        return new Job(
                row.getString("id"),
                row.getLong("affinity"),
                request(row, detail),
                ColumnValues.constant(row, "state", JobState.class),
                row.getInt("attempts"),
                ColumnValues.instant(row, "run_at"),
                row.getLong("last_token"),
                lease(row),
                detail.toTrace(),
                detail.toAgain(),
                detail.cancelRequested(),
                row.getString("last_error"),
                detail.toFollowUps(),
                detail.unreported(),
                ColumnValues.instant(row, "created_at"),
                ColumnValues.nullableInstant(row, "finished_at"),
                row.getLong("version"));
    }

    private static JobRequest request(ResultSet row, JobDetail detail) throws SQLException {
        String batchId = row.getString("batch_id");
        return new JobRequest(
                row.getString("name"),
                ColumnValues.constant(row, "channel", Channel.class),
                row.getString("payload"),
                row.getInt("payload_version"),
                row.getBoolean("secret"),
                row.getLong("organization_id"),
                row.getLong("owner_id"),
                detail.toUniqueness(),
                detail.rateKey(),
                batchId == null ? null : new BatchPlace(batchId, detail.batchIndex()),
                detail.toNext(),
                !detail.forgotten());
    }

    private static @Nullable JobLease lease(ResultSet row) throws SQLException {
        String worker = row.getString("lease_worker");
        return worker == null
                ? null
                : new JobLease(worker, row.getLong("lease_token"), ColumnValues.instant(row, "lease_until"));
    }
}
