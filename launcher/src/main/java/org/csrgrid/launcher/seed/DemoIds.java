package org.csrgrid.launcher.seed;

import java.time.Instant;

/**
 * Ids as the grid's own generator would have made them at that time, so that lists ordered by id mix old and new correctly. Every id is given once.
 */
final class DemoIds {

    /** Where the grid's generator starts to count milliseconds: 2018-01-01. */
    private static final long EPOCH_MILLIS = 1_514_764_800_000L;

    private static final int TIME_SHIFT = 22;

    private int given;

    long at(Instant time) {
        return ((time.toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT) | ++given;
    }
}
