package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;

/** Extends a lease. Atomic over the job; refused (false) unless the token is of the current lease, and then the worker must stop. */
public record RenewJob(long token, Instant until) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Optional<Job> held = HeldJob.of(entry, token);
        held.ifPresent(job -> entry.setValue(job.renew(until)));
        return held.isPresent();
    }
}
