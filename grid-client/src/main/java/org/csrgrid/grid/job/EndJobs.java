package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/**
 * Writes down how attempts of one partition ended. Atomic over each job; refused unless the token is of the current lease, so a repeat is harmless. Answers a
 * {@link JobAnswer}.
 *
 * @param ends in ascending order of their ids
 */
public record EndJobs(List<JobEnd> ends, Instant now) implements EntryProcessor<JobKey, Job, Long> {

    public EndJobs {
        ends = List.copyOf(ends);
    }

    @Override
    public Long process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        JobEnd end = ends.get(Sorted.indexOf(ends, JobEnd::id, entry.getKey().id()));
        if (job == null || !job.isHeldBy(end.token())) {
            return JobAnswer.REFUSED;
        }
        Job after = end.applyTo(job, now);
        Lifetime.set(entry, after);
        return JobAnswer.of(after);
    }
}
