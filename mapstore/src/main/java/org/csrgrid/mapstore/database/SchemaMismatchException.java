package org.csrgrid.mapstore.database;

/** The schema in the database and the migrations of this program do not belong together; the message is one line. */
public final class SchemaMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaMismatchException(String message) {
        super(message);
    }
}
