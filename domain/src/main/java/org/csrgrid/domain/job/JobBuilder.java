package org.csrgrid.domain.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a job's next version. Belongs to one thread. */
final class JobBuilder {

    private final Job before;
    private JobRequest request;
    private JobState state;
    private int attempts;
    private Instant runAt;
    private long lastToken;
    private @Nullable JobLease lease;
    private JobTrace trace;
    private @Nullable JobRequest again;
    private boolean cancelRequested;
    private @Nullable String lastError;
    private List<Job> followUps;
    private boolean unreported;
    private Instant createdAt;
    private @Nullable Instant finishedAt;

    JobBuilder(Job before) {
        this.before = before;
        request = before.request();
        state = before.state();
        attempts = before.attempts();
        runAt = before.runAt();
        lastToken = before.lastToken();
        lease = before.lease();
        trace = before.trace();
        again = before.again();
        cancelRequested = before.isCancelRequested();
        lastError = before.lastError();
        followUps = before.followUps();
        unreported = before.isUnreported();
        createdAt = before.createdAt();
        finishedAt = before.finishedAt();
    }

    JobBuilder request(JobRequest value) {
        request = value;
        return this;
    }

    JobBuilder state(JobState value) {
        state = value;
        return this;
    }

    JobBuilder attempts(int value) {
        attempts = value;
        return this;
    }

    JobBuilder runAt(Instant value) {
        runAt = value;
        return this;
    }

    JobBuilder lastToken(long value) {
        lastToken = value;
        return this;
    }

    JobBuilder lease(@Nullable JobLease value) {
        lease = value;
        return this;
    }

    JobBuilder trace(JobTrace value) {
        trace = value;
        return this;
    }

    JobBuilder again(@Nullable JobRequest value) {
        again = value;
        return this;
    }

    JobBuilder cancelRequested(boolean value) {
        cancelRequested = value;
        return this;
    }

    JobBuilder lastError(@Nullable String value) {
        lastError = value;
        return this;
    }

    JobBuilder followUps(List<Job> value) {
        followUps = value;
        return this;
    }

    JobBuilder unreported(boolean value) {
        unreported = value;
        return this;
    }

    JobBuilder createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    JobBuilder finishedAt(@Nullable Instant value) {
        finishedAt = value;
        return this;
    }

    Job build() {
        return new Job(
                before.id(),
                before.affinity(),
                request,
                state,
                attempts,
                runAt,
                lastToken,
                lease,
                trace,
                again,
                cancelRequested,
                lastError,
                followUps,
                unreported,
                createdAt,
                finishedAt,
                before.version() + 1);
    }
}
