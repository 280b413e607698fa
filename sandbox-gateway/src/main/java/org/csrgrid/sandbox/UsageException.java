package org.csrgrid.sandbox;

/** Arguments that make no sense; the message is one line for whoever typed them. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
