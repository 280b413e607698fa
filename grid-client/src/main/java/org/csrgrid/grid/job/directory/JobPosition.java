package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import org.csrgrid.domain.job.Job;

/** A job's place in lists: the latest first. */
public record JobPosition(Instant createdAt, String id) {

    /** In the order of lists. */
    public static final Comparator<JobPosition> ORDER = Comparator.comparing(JobPosition::createdAt)
            .thenComparing(JobPosition::id)
            .reversed();

    public JobPosition {
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(id, "id is null");
    }

    public static JobPosition of(Job job) {
        return new JobPosition(job.createdAt(), job.id());
    }
}
