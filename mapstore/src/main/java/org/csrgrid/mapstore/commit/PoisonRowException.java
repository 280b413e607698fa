package org.csrgrid.mapstore.commit;

/** The database refuses this row whatever else happens; repeating it changes nothing. Other rows were not affected. */
public final class PoisonRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PoisonRowException(String reason) {
        super(reason);
    }

    PoisonRowException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
