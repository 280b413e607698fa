package org.csrgrid.grid.job.directory;

/** What an operator does to a channel. */
public sealed interface ControlAction {

    /** Jobs are kept and not begun any more; those that run go on. */
    record Pause() implements ControlAction {}

    record Resume() implements ControlAction {}

    /**
     * Other numbers of workers on every member.
     *
     * @param expectedVersion of the channel as the operator saw it
     */
    record Limit(int workersMin, int workersMax, long expectedVersion) implements ControlAction {

        /** No channel may have more workers on a member. */
        public static final int MOST_WORKERS = 256;

        public Limit {
            if (workersMin < 0 || workersMax < Math.max(1, workersMin) || workersMax > MOST_WORKERS) {
                throw new IllegalArgumentException("workers: %d..%d (expected: 0 <= min <= max, 1 <= max <= %d)"
                        .formatted(workersMin, workersMax, MOST_WORKERS));
            }
        }
    }
}
