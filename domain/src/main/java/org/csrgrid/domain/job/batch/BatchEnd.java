package org.csrgrid.domain.job.batch;

import org.csrgrid.domain.job.JobState;

/**
 * How one job of a batch ended.
 *
 * @param index its place
 * @param state SUCCEEDED, DEAD or CANCELLED
 */
public record BatchEnd(int index, JobState state) {

    public BatchEnd {
        if (!state.isOver()) {
            throw new IllegalArgumentException("state: %s (expected: one that is over)".formatted(state));
        }
    }
}
