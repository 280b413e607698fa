package org.csrgrid.mapstore.commit;

import java.time.Duration;

/**
 * Counters since the start of a {@link GroupCommitWriter}.
 *
 * @param batches committed transactions
 * @param rows rows their callers may rely on, repeats included
 * @param failedRows rows whose callers got an exception
 * @param queueLength rows waiting at this moment
 * @param meanCommit mean time from the first statement of a batch to its commit
 * @param slowestCommit the longest such time
 */
public record GroupCommitFigures(
        long batches, long rows, long failedRows, int queueLength, Duration meanCommit, Duration slowestCommit) {}
