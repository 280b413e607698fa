package org.csrgrid.grid.ledger;

import com.hazelcast.spi.exception.SilentException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a store when a unique value belongs to another row: by the ledger's for a guard, which {@link LedgerGrid} turns into an outcome, and by
 * others for a slug or an e-mail address. Every repeated request meets it, so it has no stack trace and is silent in the grid's log.
 */
public final class DuplicateEntryException extends RuntimeException implements SilentException {

    private static final long serialVersionUID = 1L;

    public DuplicateEntryException(String message) {
        this(message, null);
    }

    public DuplicateEntryException(String message, @Nullable Throwable cause) {
        super(message, cause, true, false);
    }
}
