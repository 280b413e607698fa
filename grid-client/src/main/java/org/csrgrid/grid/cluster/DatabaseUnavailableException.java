package org.csrgrid.grid.cluster;

import com.hazelcast.spi.exception.SilentException;

/**
 * The database behind a map cannot be reached; thrown by members and seen as is by clients. What was being written may or may not be there. Silent in
 * the grid's log, which would otherwise fill up with one stack trace per refused call.
 */
public final class DatabaseUnavailableException extends RuntimeException implements SilentException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message) {
        super(message);
    }

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
