package org.csrgrid.grid.job.batch;

import java.time.Instant;
import java.util.Set;
import org.csrgrid.domain.job.batch.BatchCallback;
import org.csrgrid.domain.job.batch.JobBatch;
import org.jspecify.annotations.Nullable;

/** Says that these callbacks' jobs are enqueued. */
public record MarkCalled(Set<BatchCallback> callbacks, Instant now) implements ChangeBatch {

    public MarkCalled {
        callbacks = Set.copyOf(callbacks);
    }

    @Override
    public @Nullable JobBatch after(@Nullable JobBatch before) {
        return before == null ? null : before.called(callbacks, now);
    }
}
