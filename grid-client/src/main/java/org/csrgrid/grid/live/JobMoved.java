package org.csrgrid.grid.live;

import java.time.Instant;
import org.csrgrid.domain.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A job of somebody's has come further, or has ended.
 *
 * @param jobId its public id
 * @param done units finished
 * @param total 0 means nobody knows
 */
public record JobMoved(
        long ownerId,
        String jobId,
        String name,
        JobState state,
        long done,
        long total,
        @Nullable String message,
        Instant at)
        implements LiveEvent {

    @Override
    public LiveRing ring() {
        return LiveRing.PEOPLE;
    }
}
