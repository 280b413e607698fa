package org.csrgrid.gridnode.job.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.grid.job.batch.BatchGrid;

/** Tells batches which of their jobs are over. Safe for use by many threads. */
public final class BatchReports {

    private final BatchGrid batches;
    private final Clock clock;

    public BatchReports(BatchGrid batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Reports jobs that are over, all of one batch in one operation, and enqueues what follows. Returns when that is done; a repeat is harmless. Jobs
     * outside of batches, or of batches nobody remembers, are passed over.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if the grid does not answer; report them again
     */
    public void report(List<Job> over) {
        Map<String, List<BatchEnd>> byBatch = new HashMap<>();
        for (Job job : over) {
            BatchPlace place = job.request().batch();
            if (place != null && job.state().isOver()) {
                byBatch.computeIfAbsent(place.batchId(), _ -> new ArrayList<>())
                        .add(new BatchEnd(place.index(), job.state()));
            }
        }
        byBatch.forEach((id, ends) -> batches.report(id, ends, clock.instant()));
    }
}
