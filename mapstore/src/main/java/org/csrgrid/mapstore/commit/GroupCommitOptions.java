package org.csrgrid.mapstore.commit;

import java.time.Duration;

/**
 * Size and patience of a {@link GroupCommitWriter}.
 *
 * @param name prefix of the writers' thread names
 * @param writers threads, each with a connection of its own
 * @param batchSize most rows in one transaction
 * @param queueCapacity most rows waiting; one more is refused
 * @param probeInterval after an outage, how long callers are refused at once before one batch tries again
 */
public record GroupCommitOptions(String name, int writers, int batchSize, int queueCapacity, Duration probeInterval) {

    /** Checks ranges. */
    public GroupCommitOptions {
        requirePositive("writers", writers);
        requirePositive("batchSize", batchSize);
        requirePositive("queueCapacity", queueCapacity);
        if (probeInterval.isNegative()) {
            throw new IllegalArgumentException("probeInterval: %s (expected: >= 0)".formatted(probeInterval));
        }
    }

    /** Two writers, 512 rows a batch, 20,000 waiting, a probe every 500 ms. */
    public static GroupCommitOptions named(String name) {
        return new GroupCommitOptions(name, 2, 512, 20_000, Duration.ofMillis(500));
    }

    /** The same options with other numbers of writers and rows in a batch. */
    public GroupCommitOptions with(int otherWriters, int otherBatchSize) {
        return new GroupCommitOptions(name, otherWriters, otherBatchSize, queueCapacity, probeInterval);
    }

    private static void requirePositive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: %d (expected: >= 1)".formatted(field, value));
        }
    }
}
