package org.csrgrid.gridnode.job;

import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;

/** Hears of jobs this member runs: of what an attempt noted, and how attempts end. It is told after that is written, at most once. */
@FunctionalInterface
public interface JobListener {

    /** For where nobody listens. */
    JobListener NOBODY = (_, _, _) -> {};

    /**
     * Must return at once and not fail: workers wait for it.
     *
     * @param job as it was claimed
     * @param state as it is now
     * @param trace what was noted by now
     */
    void moved(Job job, JobState state, JobTrace trace);
}
