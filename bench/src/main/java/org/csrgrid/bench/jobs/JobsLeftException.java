package org.csrgrid.bench.jobs;

import java.time.Duration;

/** Accepted jobs did not run. */
final class JobsLeftException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobsLeftException(long jobs, Duration patience) {
        super("%,d jobs have not run after %d s (expected: 0)".formatted(jobs, patience.toSeconds()));
    }
}
