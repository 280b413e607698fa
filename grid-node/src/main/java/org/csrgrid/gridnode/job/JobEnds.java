package org.csrgrid.gridnode.job;

import org.csrgrid.domain.job.Job;

/**
 * Hears of every dead job and of every job of a batch that is over, after that is written. Called at least once per end, also when the worker dies in
 * between, so it must bear a repeat; when it throws, it is called again later.
 */
@FunctionalInterface
public interface JobEnds {

    JobEnds NOBODY = _ -> {};

    void ended(Job job);

    /** Both hear, this one first; if one throws, both are called again. */
    default JobEnds and(JobEnds other) {
        return job -> {
            ended(job);
            other.ended(job);
        };
    }
}
