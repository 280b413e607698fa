package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/** Ends the lease of a worker known to be gone, so that the job may be claimed at once. Atomic over the job; a repeat is harmless. Answers whether the job is to be had. */
public record OrphanJob(String worker, Instant now) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || job.lease() == null || !job.lease().worker().equals(worker)) {
            return false;
        }
        entry.setValue(job.orphan(now));
        return true;
    }
}
