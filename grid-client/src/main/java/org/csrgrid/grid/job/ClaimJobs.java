package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.csrgrid.domain.job.Job;

/**
 * Takes jobs of one partition for a worker. Atomic over each job; of many workers one gets it, and every grant has a larger token. Answers the token, as a
 * negative number if the job is another version than the one the worker knows and has to be read; 0 if it is gone or not to be had.
 *
 * @param ids in ascending order
 * @param versions the version of each that the worker knows, 0 for none
 */
public record ClaimJobs(String worker, Instant now, Duration leaseTime, List<String> ids, List<Long> versions)
        implements EntryProcessor<JobKey, Job, Long> {

    private static final long REFUSED = 0;

    public ClaimJobs {
        ids = List.copyOf(ids);
        versions = List.copyOf(versions);
    }

    @Override
    public Long process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null) {
            return REFUSED;
        }
        Optional<Job> claimed = job.claim(worker, now, leaseTime);
        if (claimed.isEmpty()) {
            return REFUSED;
        }
        Lifetime.set(entry, claimed.get());
        long token = claimed.get().lastToken();
        int own = Sorted.indexOf(ids, Function.identity(), entry.getKey().id());
        return versions.get(own) == job.version() ? token : -token;
    }
}
