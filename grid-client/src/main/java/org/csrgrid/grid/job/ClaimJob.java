package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** Takes a job for a worker. Atomic over the job; of many workers one gets it, and every grant has a larger token. Answers null if it is gone or not to be had. */
public record ClaimJob(String worker, Instant now, Duration leaseTime)
        implements EntryProcessor<JobKey, Job, @Nullable Job> {

    @Override
    public @Nullable Job process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null) {
            return null;
        }
        Optional<Job> claimed = job.claim(worker, now, leaseTime);
        claimed.ifPresent(entry::setValue);
        return claimed.orElse(null);
    }
}
