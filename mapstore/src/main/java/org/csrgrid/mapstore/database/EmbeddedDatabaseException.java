package org.csrgrid.mapstore.database;

import org.jspecify.annotations.Nullable;

/** The embedded database could not be prepared, started or stopped; the message is one line fit for a terminal. */
public sealed class EmbeddedDatabaseException extends RuntimeException
        permits ForeignDataFolderException, DataFolderInUseException {
    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
