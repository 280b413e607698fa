package org.csrgrid.bench.delivery;

/** How an attempt ended, in its own words. */
enum Outcome {
    /** It did all it had to. */
    DONE,
    /** It failed because it was told to. */
    FAILED,
    /** It was interrupted, or told that its lease is lost, while it held the largest token so far. */
    INTERRUPTED,
    /** It was overtaken, and what it tried to write to the job was refused. */
    OVERTAKEN,
    /** It was overtaken, and its write was accepted all the same: must never be. */
    WROTE_STALE
}
