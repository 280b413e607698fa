package org.csrgrid.grid.ledger;

import com.hazelcast.spi.exception.SilentException;

/**
 * Thrown by a store when a unique value belongs to another row: by the ledger's for a guard, which {@link LedgerGrid} turns into an outcome, and by
 * others for a slug or an e-mail address. Silent in the grid's log, since callers expect it.
 */
public final class DuplicateEntryException extends RuntimeException implements SilentException {

    private static final long serialVersionUID = 1L;

    public DuplicateEntryException(String message) {
        super(message);
    }

    public DuplicateEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
