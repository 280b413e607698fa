package org.csrgrid.gridnode.job;

import java.util.Optional;
import org.csrgrid.domain.job.RateLimit;
import org.csrgrid.domain.job.RetryPolicy;
import org.csrgrid.grid.job.JobType;

/**
 * Does one kind of work. The same job may be run again after a crash at any step, so everything a handler does must bear a repeat. One instance serves
 * many virtual threads; blocking is fine.
 *
 * @param <P> what the work is described by
 */
public interface JobHandler<P extends Record> {

    /** The kind of jobs it runs. */
    JobType<P> type();

    /** How often and when its jobs are tried again; empty for its channel's policy. */
    default Optional<RetryPolicy> retries() {
        return Optional.empty();
    }

    /** How many of its jobs may start in how much time, all members together; empty for as many as there are workers. */
    default Optional<RateLimit> rateLimit() {
        return Optional.empty();
    }

    /** The same for those of its jobs that share a {@link org.csrgrid.domain.job.JobRequest#rateKey}; jobs without one are not counted here. */
    default Optional<RateLimit> rateLimitPerKey() {
        return Optional.empty();
    }

    /**
     * Runs one attempt. A thrown exception makes the job be tried again by its policy; an interrupt means that the attempt timed out, was cancelled, or
     * lost its lease.
     *
     * @throws JobPostponedException to be run again later without counting the attempt
     * @throws JobRejectedException to end in the dead list at once
     */
    void run(P work, JobContext context) throws Exception;
}
