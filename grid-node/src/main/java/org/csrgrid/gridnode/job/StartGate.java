package org.csrgrid.gridnode.job;

import java.time.Duration;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** Decides whether a claimed job may start. Safe for use by many threads. */
public interface StartGate {

    /** Empty if it may start now, which counts as a start; otherwise after what time it may ask again, and then it is handed back uncounted. */
    Optional<Duration> waitBefore(Job job);
}
