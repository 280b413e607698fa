package org.csrgrid.bench.load;

/** The server sent something the load generator does not understand. */
public final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message) {
        super(message);
    }
}
