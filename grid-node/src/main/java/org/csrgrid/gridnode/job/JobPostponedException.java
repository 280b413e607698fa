package org.csrgrid.gridnode.job;

import java.time.Duration;

/** The work has to wait for something else; the attempt does not count. */
public final class JobPostponedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Duration delay;

    public JobPostponedException(String reason, Duration delay) {
        super(reason);
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }
}
