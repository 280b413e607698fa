package org.csrgrid.gridnode.job;

import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;

/**
 * Looks at every job of this member's partitions where it is, without copying any: the query engine shows the jobs to a predicate that keeps those that fit
 * and answers that none did.
 */
final class LocalScan {

    private LocalScan() {}

    /** What is looked for; called by several threads at once. */
    interface Fits {
        boolean test(Job job);
    }

    /** The jobs that fit, in no order. Never blocks an operation on them. */
    static List<Job> find(IMap<JobKey, Job> jobs, Fits fits) {
        var found = new Keeping(fits, new ConcurrentLinkedQueue<>());
        jobs.localKeySet(found);
        return List.copyOf(found.kept);
    }

    /** Never leaves this process, so it need not be serializable in fact. */
    @SuppressWarnings("serial")
    private record Keeping(Fits fits, Queue<Job> kept) implements Predicate<JobKey, Job> {

        @Override
        public boolean apply(Map.Entry<JobKey, Job> entry) {
            Job job = entry.getValue();
            if (fits.test(job)) {
                kept.add(job);
            }
            return false;
        }
    }
}
