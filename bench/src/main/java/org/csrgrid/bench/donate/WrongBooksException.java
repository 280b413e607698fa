package org.csrgrid.bench.donate;

/** The database does not hold what was acknowledged; a figure measured on such a run is worth nothing. */
public final class WrongBooksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongBooksException(String message) {
        super(message);
    }
}
