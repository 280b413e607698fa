package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * Gives a job that is over and owes nothing a second life. Atomic over the job; a repeat finds it alive and changes nothing. Answers the job as it is now,
 * null if it is not in memory.
 */
public record ReviveJob(Instant now) implements EntryProcessor<JobKey, Job, @Nullable Job> {

    @Override
    public @Nullable Job process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || !job.state().isOver() || job.isOwing()) {
            return job;
        }
        Job revived = job.revive(now);
        Lifetime.set(entry, revived);
        return revived;
    }
}
