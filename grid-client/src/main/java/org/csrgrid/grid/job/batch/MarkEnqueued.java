package org.csrgrid.grid.job.batch;

import java.time.Instant;
import org.csrgrid.domain.job.batch.JobBatch;
import org.jspecify.annotations.Nullable;

/** Says that all of a batch's jobs are enqueued. */
public record MarkEnqueued(Instant now) implements ChangeBatch {

    @Override
    public @Nullable JobBatch after(@Nullable JobBatch before) {
        return before == null ? null : before.enqueued(now);
    }
}
