package org.csrgrid.sandbox;

/** The gateway cannot listen on the address it was given; the message is one line for the operator. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListenException(String message) {
        super(message);
    }

    CannotListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
