package org.csrgrid.sandbox.journal;

/** The journal cannot be used; the message is one line for the operator. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
