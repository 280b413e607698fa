package org.csrgrid.domain.job.batch;

/** What a batch enqueues on its way, each once. */
public enum BatchCallback {
    /** When all jobs have succeeded. */
    THEN,
    /** When the first job is dead. */
    CATCH,
    /** When all jobs are over, one way or another. */
    FINALLY
}
