package org.csrgrid.domain.job;

/** READY waits for its time or a worker, RUNNING is leased, DEAD needs a person. A finished job is removed. */
public enum JobState {
    READY,
    RUNNING,
    DEAD
}
