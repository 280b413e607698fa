package org.csrgrid.domain.job.filter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** What of a job is a number, or a time as microseconds since 1970. */
public enum NumberField {
    ORG,
    OWNER,
    ATTEMPTS,
    CREATED,
    RUN,
    FINISHED;

    /** Whether its values are times. */
    public boolean isTime() {
        return switch (this) {
            case ORG, OWNER, ATTEMPTS -> false;
            case CREATED, RUN, FINISHED -> true;
        };
    }

    /** The job's value there, null if it has none. */
    @Nullable
    Long of(Job job) {
        return switch (this) {
            case ORG -> job.request().organizationId();
            case OWNER -> job.request().ownerId();
            case ATTEMPTS -> (long) job.attempts();
            case CREATED -> micros(job.createdAt());
            case RUN -> micros(job.runAt());
            case FINISHED -> micros(job.finishedAt());
        };
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : microsOf(instant);
    }

    static long microsOf(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
