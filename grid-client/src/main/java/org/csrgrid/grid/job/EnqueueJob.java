package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/** Adds a job unless one of that id is there. Atomic over the job; a repeat is harmless and answers false. */
public record EnqueueJob(Job job) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        if (entry.getValue() != null) {
            return false;
        }
        entry.setValue(job);
        return true;
    }
}
