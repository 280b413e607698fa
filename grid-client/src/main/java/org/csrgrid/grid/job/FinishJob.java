package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/** Removes a finished job. Atomic over the job; refused (false) unless the token is of the current lease. */
public record FinishJob(long token) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || !job.isHeldBy(token)) {
            return false;
        }
        entry.setValue(null);
        return true;
    }
}
