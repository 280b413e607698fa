package org.csrgrid.grid.job.directory;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.grid.job.JobKey;

/** Does to a job what a person wants. Atomic over the job. A repeat is harmless: it finds the job as the first one left it. */
public record ActOnJob(JobAction action, Instant now) implements EntryProcessor<JobKey, Job, JobChange> {

    @Override
    public JobChange process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null) {
            return new JobChange.JobNotFound();
        }
        if (!action.fits(job)) {
            return new JobChange.NotPossible(job.state());
        }
        Optional<Job> after = action.done(job, now);
        entry.setValue(after.orElse(null));
        return after.<JobChange>map(JobChange.Changed::new).orElseGet(JobChange.Forgotten::new);
    }
}
