package org.csrgrid.grid.job;

import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** The job an attempt may write to. */
final class HeldJob {

    private HeldJob() {}

    /** The entry's job, if there is one and the token is of its current lease. */
    static Optional<Job> of(Map.Entry<JobKey, Job> entry, long token) {
        return Optional.ofNullable(entry.getValue()).filter(job -> job.isHeldBy(token));
    }
}
