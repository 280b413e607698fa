package org.csrgrid.grid.job.filter;

/** A cursor that no page gave out. */
public final class InvalidCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidCursorException(String cursor) {
        super("cursor: \"%s\" (expected: one from a page)"
                .formatted(cursor.length() <= 60 ? cursor : cursor.substring(0, 60)));
    }
}
