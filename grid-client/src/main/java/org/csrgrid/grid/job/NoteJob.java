package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobTrace;

/** Writes down what an attempt noted. Atomic over the job; a repeat is harmless; refused (false) unless the token is of the current lease. */
public record NoteJob(long token, JobTrace trace) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || !job.isHeldBy(token)) {
            return false;
        }
        entry.setValue(job.note(trace));
        return true;
    }
}
