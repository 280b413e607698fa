package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;

/** Brings a job that only the database remembers back to memory. Atomic over the job; a repeat is harmless. Answers false if it is there already. */
public record PutBackJob(Job job) implements EntryProcessor<JobKey, Job, Boolean> {

    public PutBackJob {
        requireNonNull(job, "job is null");
    }

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        if (entry.getValue() != null) {
            return false;
        }
        entry.setValue(job);
        return true;
    }
}
