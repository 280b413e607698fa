package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** Gives a job back without counting the attempt. Atomic over the job; refused (false) unless the token is of the current lease. */
public record HandBackJob(long token, Instant notBefore) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Optional<Job> held = HeldJob.of(entry, token);
        held.ifPresent(job -> entry.setValue(job.handBack(notBefore, notBefore)));
        return held.isPresent();
    }
}
