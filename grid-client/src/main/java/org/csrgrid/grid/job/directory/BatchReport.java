package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is.
 *
 * @param ownerId the user who may look at it, 0 for nobody but administrators
 * @param size jobs in all
 * @param ended jobs that are over
 * @param failed those of them that did not succeed
 * @param finishedAt when the last one ended, null before
 */
public record BatchReport(
        String id,
        long ownerId,
        int size,
        int ended,
        int failed,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public BatchReport {
        requireNonNull(id, "id is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    /** 0..100, rounded down. */
    public int percent() {
        return size == 0 ? 100 : Math.toIntExact(ended * 100L / size);
    }
}
