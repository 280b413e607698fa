package org.csrgrid.grid.job.batch;

import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.JobBatch;
import org.jspecify.annotations.Nullable;

/** Counts jobs that are over. */
public record ReportEnds(List<BatchEnd> ends, Instant now) implements ChangeBatch {

    public ReportEnds {
        ends = List.copyOf(ends);
    }

    @Override
    public @Nullable JobBatch after(@Nullable JobBatch before) {
        return before == null ? null : before.report(ends, now);
    }
}
