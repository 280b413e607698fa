package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/** Gives a job back without counting the attempt. Atomic over the job; refused (false) unless the token is of the current lease. */
public record HandBackJob(long token, Instant notBefore) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || !job.isHeldBy(token)) {
            return false;
        }
        entry.setValue(job.handBack(notBefore, notBefore));
        return true;
    }
}
