package org.csrgrid.mapstore.table;

/** A JSON column and this program do not fit together: a fault that only a new program or a repaired row ends. */
public final class UnreadableJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableJsonException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
