package org.csrgrid.grid.job;

/** What became of a job that was enqueued. */
public enum Enqueued {
    /** It waits for its time or a worker. */
    ADDED,
    /** One of its id is there, and goes on as its uniqueness says. */
    JOINED,
    /** The database cannot hold it, whatever is done; it is nowhere. */
    UNFIT
}
