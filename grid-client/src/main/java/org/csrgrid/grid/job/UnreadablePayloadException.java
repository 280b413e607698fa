package org.csrgrid.grid.job;

/** A job's payload is not what its handler reads. Its message never contains the payload. */
public final class UnreadablePayloadException extends RuntimeException {

    public UnreadablePayloadException(String message) {
        super(message);
    }

    public UnreadablePayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
