package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.csrgrid.domain.job.Job;

/**
 * Extends leases of one partition. Atomic over each job; {@link #REFUSED} unless the token is of the current lease, and then the worker must stop.
 *
 * @param ids in ascending order
 * @param tokens the token of each
 */
public record RenewJobs(List<String> ids, List<Long> tokens, Instant until)
        implements EntryProcessor<JobKey, Job, Long> {

    /** Answers. */
    public static final long REFUSED = 0;

    public static final long RENEWED = 1;
    public static final long CANCEL_REQUESTED = 2;

    public RenewJobs {
        ids = List.copyOf(ids);
        tokens = List.copyOf(tokens);
    }

    @Override
    public Long process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        int own = Sorted.indexOf(ids, Function.identity(), entry.getKey().id());
        if (job == null || !job.isHeldBy(tokens.get(own))) {
            return REFUSED;
        }
        entry.setValue(job.renew(until));
        return job.isCancelRequested() ? CANCEL_REQUESTED : RENEWED;
    }
}
