package org.csrgrid.grid.job;

import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** A job, if there is one. */
public record FoundJob(@Nullable Job job) {

    public Optional<Job> asOptional() {
        return Optional.ofNullable(job);
    }
}
