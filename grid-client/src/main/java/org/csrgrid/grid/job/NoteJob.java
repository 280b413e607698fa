package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobTrace;

/** Writes down what an attempt noted. Atomic over the job; a repeat is harmless; refused (false) unless the token is of the current lease. */
public record NoteJob(long token, JobTrace trace) implements EntryProcessor<JobKey, Job, Boolean> {

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        Optional<Job> held = HeldJob.of(entry, token);
        held.ifPresent(job -> entry.setValue(job.note(trace)));
        return held.isPresent();
    }
}
