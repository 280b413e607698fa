package org.csrgrid.gridnode.job;

import java.time.Duration;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** Says whether a claimed job may start, or how long it has to wait for a permit. A job that has to wait is handed back; the attempt does not count. */
@FunctionalInterface
public interface StartGate {

    StartGate OPEN = _ -> Optional.empty();

    /** Empty to go; asked once per attempt, on the attempt's thread. */
    Optional<Duration> waitBefore(Job job);
}
