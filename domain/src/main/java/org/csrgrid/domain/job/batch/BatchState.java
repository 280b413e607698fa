package org.csrgrid.domain.job.batch;

/** How a batch is. One that has failed succeeds after all when its dead jobs are revived and succeed. */
public enum BatchState {
    RUNNING,
    SUCCEEDED,
    FAILED
}
