package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/**
 * Puts jobs of one partition back that the database has and the map has not. Atomic over each job; what the map has stays, so a repeat is harmless. Answers
 * whether the job was put back.
 *
 * @param jobs as read from the database, in ascending order of their ids
 */
public record RestoreJobs(List<Job> jobs, Instant now) implements EntryProcessor<JobKey, Job, Boolean> {

    public RestoreJobs {
        jobs = List.copyOf(jobs);
    }

    @Override
    public Boolean process(Map.Entry<JobKey, Job> entry) {
        if (entry.getValue() != null) {
            return false;
        }
        Job job = jobs.get(Sorted.indexOf(jobs, Job::id, entry.getKey().id()));
        Lifetime.set(entry, job.state().isOver() ? job : job.restored(now));
        return true;
    }
}
