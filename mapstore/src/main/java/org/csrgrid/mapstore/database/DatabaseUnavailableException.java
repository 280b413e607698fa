package org.csrgrid.mapstore.database;

import org.jspecify.annotations.Nullable;

/** The database could not take the work now. Trying again later with the same rows is safe. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    /**
     * @param outcomeUnknown true when a commit was under way as the connection broke: the rows may be there or not
     * @param cause what the driver said, or null when the database was not even asked
     */
    public DatabaseUnavailableException(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** True when the rows may nevertheless have been committed; false when they certainly were not. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
