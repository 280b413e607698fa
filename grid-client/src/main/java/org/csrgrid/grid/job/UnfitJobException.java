package org.csrgrid.grid.job;

/** The database cannot hold a job, however often it is enqueued: its payload is too long, for instance. */
public final class UnfitJobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitJobException(String id) {
        super("job %s: the database cannot hold it".formatted(id));
    }
}
