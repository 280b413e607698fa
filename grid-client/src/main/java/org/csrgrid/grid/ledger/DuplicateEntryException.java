package org.csrgrid.grid.ledger;

/** Thrown by the ledger's store when a UNIQUE guard refuses an entry; {@link LedgerGrid} turns it into an outcome. */
public final class DuplicateEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DuplicateEntryException(String message) {
        super(message);
    }

    public DuplicateEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
