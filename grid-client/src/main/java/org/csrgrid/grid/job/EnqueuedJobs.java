package org.csrgrid.grid.job;

import java.util.List;

/**
 * What became of jobs that were handed over.
 *
 * @param outcomes ordinals of {@link Enqueued}, in the order of the jobs
 */
public record EnqueuedJobs(List<Integer> outcomes) {

    public EnqueuedJobs {
        outcomes = List.copyOf(outcomes);
    }
}
