package org.csrgrid.gridnode.job;

/** Another worker has the job; nothing this attempt does counts any more. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(String jobId, long token) {
        super("job %s: token %d is not of the current lease".formatted(jobId, token));
    }
}
