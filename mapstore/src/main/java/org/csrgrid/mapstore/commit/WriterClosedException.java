package org.csrgrid.mapstore.commit;

/** The writer takes no more rows because its process is shutting down; the row was not written. */
public final class WriterClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriterClosedException(String name) {
        super("%s is closed: the row was not written".formatted(name));
    }
}
