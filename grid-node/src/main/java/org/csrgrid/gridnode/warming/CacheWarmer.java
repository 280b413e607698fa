package org.csrgrid.gridnode.warming;

/** Fills one cache. Bears a repeat; may be interrupted between two steps of its progress. */
public interface CacheWarmer {

    /** Stable: jobs name it. */
    String name();

    /** @throws InterruptedException if it is to stop */
    void warm(Progress progress) throws InterruptedException;

    /** Where a warmer says how far it is. */
    @FunctionalInterface
    interface Progress {

        /**
         * @param total 0 while nobody knows
         * @throws InterruptedException if the warmer is to stop
         */
        void at(long done, long total) throws InterruptedException;
    }
}
