package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** Records a failed attempt. Atomic over the job; refused (null) unless the token is of the current lease. */
public record FailJob(long token, String error, int tries, Duration pause, boolean isFinal, Instant now)
        implements EntryProcessor<JobKey, Job, @Nullable Job> {

    @Override
    public @Nullable Job process(Map.Entry<JobKey, Job> entry) {
        Optional<Job> failed = HeldJob.of(entry, token).map(job -> job.fail(error, tries, pause, isFinal, now));
        failed.ifPresent(entry::setValue);
        return failed.orElse(null);
    }
}
