package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** Removes a finished job. Atomic over the job; refused (false) unless the token is of the current lease. */
public record FinishJob(long token) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Optional<Job> held = HeldJob.of(entry, token);
        held.ifPresent(job -> entry.setValue(null));
        return held.isPresent();
    }
}
