package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.Meeting;

/**
 * Adds the jobs of one partition, each to its own entry. Atomic over each job; where one of its id is there, the newcomer's uniqueness decides. A repeat is
 * harmless.
 *
 * @param jobs in ascending order of their ids
 */
public record AddJobs(List<Job> jobs) implements EntryProcessor<JobKey, Job, Long> {

    /** Answers. */
    public static final long ADDED = 1;

    public static final long JOINED = 2;
    public static final long CHANGED = 3;

    public AddJobs {
        jobs = List.copyOf(jobs);
    }

    @Override
    public Long process(Map.Entry<JobKey, Job> entry) {
        Job newcomer = jobs.get(Sorted.indexOf(jobs, Job::id, entry.getKey().id()));
        Job old = entry.getValue();
        if (old == null) {
            Lifetime.set(entry, newcomer);
            return ADDED;
        }
        return switch (old.meet(newcomer)) {
            case Meeting.Begins begins -> {
                Lifetime.set(entry, begins.job());
                yield ADDED;
            }
            case Meeting.Changes changes -> {
                Lifetime.set(entry, changes.job());
                yield CHANGED;
            }
            case Meeting.Joins _ -> JOINED;
        };
    }
}
