package org.csrgrid.grid.cluster;

/** The database behind a map cannot be reached; thrown by members and seen as is by clients. What was being written may or may not be there. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message) {
        super(message);
    }

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
