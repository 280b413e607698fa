package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** Ends a waiting job and asks a running one's worker to stop. Atomic over the job; a repeat is harmless. Answers the job as it is now, null if it is gone. */
public record CancelJob(Instant now) implements EntryProcessor<JobKey, Job, @Nullable Job> {

    @Override
    public @Nullable Job process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || job.isCancelRequested() || job.state().isOver()) {
            return job;
        }
        Job cancelled = job.cancel(now);
        Lifetime.set(entry, cancelled);
        return cancelled;
    }
}
