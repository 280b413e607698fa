package org.csrgrid.launcher.verify;

/** Something needed for checking cannot be reached or read, so nothing is known about the invariants. The message is one line for the user. */
public final class CannotVerifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotVerifyException(String message) {
        super(message);
    }

    CannotVerifyException(String message, Throwable cause) {
        super(message, cause);
    }
}
