package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.job.Job;

/**
 * Says that what a job left is enqueued and its end is reported. Atomic over the job; changes nothing if the job is another version by now, so a repeat is
 * harmless. Answers a {@link JobAnswer}.
 *
 * @param version of the job whose debts were paid
 */
public record DeliveredJob(long version, Instant now) implements EntryProcessor<JobKey, Job, Long> {

    @Override
    public Long process(Map.Entry<JobKey, Job> entry) {
        Job job = entry.getValue();
        if (job == null || job.version() != version || !job.isOwing()) {
            return JobAnswer.REFUSED;
        }
        Job delivered = job.delivered(now);
        Lifetime.set(entry, delivered);
        return JobAnswer.of(delivered);
    }
}
