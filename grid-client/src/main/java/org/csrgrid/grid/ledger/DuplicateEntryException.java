package org.csrgrid.grid.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by the ledger's store when a UNIQUE guard refuses an entry; {@link LedgerGrid} turns it into an outcome. Every repeated request meets it, so it
 * has no stack trace.
 */
public final class DuplicateEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DuplicateEntryException(String message) {
        this(message, null);
    }

    public DuplicateEntryException(String message, @Nullable Throwable cause) {
        super(message, cause, true, false);
    }
}
