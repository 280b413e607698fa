package org.csrgrid.grid.cache;

import java.time.Duration;

/** Durations as whole microseconds. */
final class Micros {

    private Micros() {}

    static long of(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
