package org.csrgrid.mapstore.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.StoredJson;
import org.jspecify.annotations.Nullable;

/** What of a job nobody asks for in SQL; the JSON of column {@code detail}, in which what is ordinary is left out. Times are microseconds. */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record JobDetail(
        @Nullable UniquenessDetail uniqueness,
        @Nullable String rateKey,
        int batchIndex,
        @Nullable List<RequestDetail> next,
        boolean forgotten,
        @Nullable TraceDetail trace,
        @Nullable RequestDetail again,
        boolean cancelRequested,
        boolean unreported,
        @Nullable List<FollowUpDetail> followUps) {

    private static final JobDetail PLAIN = new JobDetail(null, null, 0, null, false, null, null, false, false, null);

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record UniquenessDetail(Uniqueness.Mode mode, long periodNanos) {}

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record TraceDetail(
            @Nullable ProgressDetail progress,
            @Nullable String cursor,
            @Nullable List<String> log) {}

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record ProgressDetail(long done, long total, @Nullable String message, long startedAt, long updatedAt) {}

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record RequestDetail(
            String name,
            Channel channel,
            String payload,
            int payloadVersion,
            boolean sensitive,
            long organizationId,
            long ownerId,
            @Nullable UniquenessDetail uniqueness,
            @Nullable String rateKey,
            @Nullable String batchId,
            int batchIndex,
            @Nullable List<RequestDetail> next,
            boolean forgotten) {}

    /** A job nobody has enqueued yet, so it is as its request and its times say. */
    record FollowUpDetail(String id, long affinity, RequestDetail request, long runAt, long createdAt) {}

    /** Null for a plain job, which most are. */
    static @Nullable String json(Job job) {
        JobRequest request = job.request();
        JobDetail detail = new JobDetail(
                uniqueness(request.uniqueness()),
                request.rateKey(),
                request.batch() == null ? 0 : request.batch().index(),
                requests(request.next()),
                !request.keep(),
                trace(job.trace()),
                job.again() == null ? null : request(job.again()),
                job.isCancelRequested(),
                job.isUnreported(),
                job.followUps().isEmpty()
                        ? null
                        : job.followUps().stream().map(JobDetail::followUp).toList());
        return detail.equals(PLAIN) ? null : StoredJson.write(detail);
    }

    static JobDetail read(@Nullable String json) {
        return json == null ? PLAIN : StoredJson.read(json, JobDetail.class);
    }

    private static @Nullable UniquenessDetail uniqueness(Uniqueness uniqueness) {
        return uniqueness.equals(Uniqueness.UNTIL_DONE)
                ? null
                : new UniquenessDetail(uniqueness.mode(), uniqueness.period().toNanos());
    }

    static @Nullable List<RequestDetail> requests(List<JobRequest> next) {
        return next.isEmpty() ? null : next.stream().map(JobDetail::request).toList();
    }

    private static RequestDetail request(JobRequest request) {
        BatchPlace batch = request.batch();
        return new RequestDetail(
                request.name(),
                request.channel(),
                request.payload(),
                request.payloadVersion(),
                request.sensitive(),
                request.organizationId(),
                request.ownerId(),
                uniqueness(request.uniqueness()),
                request.rateKey(),
                batch == null ? null : batch.batchId(),
                batch == null ? 0 : batch.index(),
                requests(request.next()),
                !request.keep());
    }

    private static @Nullable TraceDetail trace(JobTrace trace) {
        JobProgress progress = trace.progress();
        return trace.equals(JobTrace.EMPTY)
                ? null
                : new TraceDetail(
                        progress == null
                                ? null
                                : new ProgressDetail(
                                        progress.done(),
                                        progress.total(),
                                        progress.message(),
                                        Micros.of(progress.startedAt()),
                                        Micros.of(progress.updatedAt())),
                        trace.cursor(),
                        trace.log());
    }

    private static FollowUpDetail followUp(Job job) {
        return new FollowUpDetail(
                job.id(), job.affinity(), request(job.request()), Micros.of(job.runAt()), Micros.of(job.createdAt()));
    }

    Uniqueness toUniqueness() {
        return toUniqueness(uniqueness);
    }

    List<JobRequest> toNext() {
        return toRequests(next);
    }

    JobTrace toTrace() {
        if (trace == null) {
            return JobTrace.EMPTY;
        }
        ProgressDetail progress = trace.progress;
        return new JobTrace(
                progress == null
                        ? null
                        : new JobProgress(
                                progress.done,
                                progress.total,
                                progress.message,
                                Micros.toInstant(progress.startedAt),
                                Micros.toInstant(progress.updatedAt)),
                trace.cursor,
                trace.log == null ? List.of() : trace.log);
    }

    @Nullable
    JobRequest toAgain() {
        return again == null ? null : toRequest(again);
    }

    List<Job> toFollowUps() {
        return followUps == null
                ? List.of()
                : followUps.stream()
                        .map(left -> Job.ready(
                                left.id,
                                left.affinity,
                                toRequest(left.request),
                                Micros.toInstant(left.runAt),
                                Micros.toInstant(left.createdAt)))
                        .toList();
    }

    private static Uniqueness toUniqueness(@Nullable UniquenessDetail detail) {
        return detail == null
                ? Uniqueness.UNTIL_DONE
                : new Uniqueness(detail.mode, Duration.ofNanos(detail.periodNanos));
    }

    static List<JobRequest> toRequests(@Nullable List<RequestDetail> details) {
        return details == null
                ? List.of()
                : details.stream().map(JobDetail::toRequest).toList();
    }

    private static JobRequest toRequest(RequestDetail detail) {
        return new JobRequest(
                detail.name,
                detail.channel,
                detail.payload,
                detail.payloadVersion,
                detail.sensitive,
                detail.organizationId,
                detail.ownerId,
                toUniqueness(detail.uniqueness),
                detail.rateKey,
                detail.batchId == null ? null : new BatchPlace(detail.batchId, detail.batchIndex),
                toRequests(detail.next),
                !detail.forgotten);
    }
}
