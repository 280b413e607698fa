package org.csrgrid.mapstore.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.batch.BatchCallback;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredJson;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Batches as rows of {@code job_batch}, and their jobs' rows. Safe for many threads. */
public final class BatchDao {
    private static final List<String> VALUE_COLUMNS =
            List.of("name", "owner_id", "size", "done", "failed", "open", "created_at", "updated_at", "detail");
    private static final String OPEN =
            "SELECT id FROM job_batch WHERE open AND updated_at <= :before ORDER BY updated_at LIMIT :limit";
    private static final String STATES = "SELECT id, state FROM job WHERE batch_id = :batch";

    private final Reading reading;
    private final StoredRows<JobBatch> rows;

    /** What of a batch nobody asks for in SQL. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Detail(
            List<Long> over,
            List<Long> unsuccessful,
            boolean sawDead,
            Set<BatchCallback> called,
            boolean enqueued,
            @Nullable List<JobDetail.RequestDetail> onSuccess,
            @Nullable List<JobDetail.RequestDetail> onDead,
            @Nullable List<JobDetail.RequestDetail> atEnd) {}

    public BatchDao(Reading reading) {
        this.reading = reading;
        this.rows = new StoredRows<>(reading, table(), (row, _) -> read(row));
    }

    static VersionedTable<JobBatch> table() {
        return new VersionedTable<>("job_batch", "id", VALUE_COLUMNS, List.of("version"), BatchDao::values);
    }

    /** The batches with these ids that are there, in no order. */
    public List<JobBatch> byIds(Collection<String> ids) {
        return rows.find(ids);
    }

    public List<String> allIds() {
        return rows.all("id", (row, _) -> row.getString("id"));
    }

    /** Batches somebody still has to look after and nothing has happened to since then, the longest first. */
    public List<String> open(Instant before, int limit) {
        return reading.run(handle -> handle.createQuery(OPEN)
                .bind("before", Micros.of(before))
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** The states of a batch's jobs that have rows, by their ids. */
    public Map<String, JobState> jobStates(String batchId) {
        record JobOf(String id, JobState state) {}
        return reading
                .run(handle -> handle.createQuery(STATES)
                        .bind("batch", batchId)
                        .map((row, _) ->
                                new JobOf(row.getString("id"), ColumnValues.constant(row, "state", JobState.class)))
                        .list())
                .stream()
                .collect(Collectors.toMap(JobOf::id, JobOf::state));
    }

    private static List<@Nullable Object> values(JobBatch batch) {
        BatchRequest request = batch.request();
        Detail detail = new Detail(
                batch.over(),
                batch.unsuccessful(),
                batch.sawDead(),
                batch.called(),
                batch.isEnqueued(),
                JobDetail.requests(request.onSuccess()),
                JobDetail.requests(request.onDead()),
                JobDetail.requests(request.atEnd()));
        return Arrays.asList(
                batch.id(),
                request.name(),
                request.ownerId(),
                batch.size(),
                batch.done(),
                batch.failed(),
                batch.isOpen(),
                ColumnValues.micros(batch.createdAt()),
                ColumnValues.micros(batch.updatedAt()),
                StoredJson.write(detail),
                batch.version());
    }

    private static JobBatch read(ResultSet row) throws SQLException {
        Detail detail = StoredJson.read(row.getString("detail"), Detail.class);
        return new JobBatch(
                new BatchRequest(
                        row.getString("id"),
                        row.getString("name"),
                        row.getLong("owner_id"),
                        JobDetail.toRequests(detail.onSuccess),
                        JobDetail.toRequests(detail.onDead),
                        JobDetail.toRequests(detail.atEnd)),
                row.getInt("size"),
                detail.over == null ? List.of() : detail.over,
                detail.unsuccessful == null ? List.of() : detail.unsuccessful,
                detail.sawDead,
                detail.called == null ? Set.of() : detail.called,
                detail.enqueued,
                ColumnValues.instant(row, "created_at"),
                ColumnValues.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
