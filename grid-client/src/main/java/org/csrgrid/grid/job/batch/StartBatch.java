package org.csrgrid.grid.job.batch;

import org.csrgrid.domain.job.batch.JobBatch;
import org.jspecify.annotations.Nullable;

/** Begins a batch unless one of that id is there. */
public record StartBatch(JobBatch batch) implements ChangeBatch {

    @Override
    public JobBatch after(@Nullable JobBatch before) {
        return before == null ? batch : before;
    }
}
