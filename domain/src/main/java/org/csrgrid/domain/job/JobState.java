package org.csrgrid.domain.job;

/** READY waits for its time or a worker, RUNNING is leased, DEAD needs a person; the others are final. */
public enum JobState {
    READY,
    RUNNING,
    DEAD,
    SUCCEEDED,
    CANCELLED;

    /** Whether nothing will happen to the job any more unless a person wants it to. */
    public boolean isOver() {
        return this != READY && this != RUNNING;
    }
}
