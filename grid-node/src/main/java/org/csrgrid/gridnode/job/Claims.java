package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.ClaimJobs;
import org.csrgrid.grid.job.JobKey;

/** Takes waiting jobs for this member's workers, many at once. */
final class Claims {

    private final JobPartitions partitions;
    private final HeldJobs held;
    private final String worker;
    private final Duration lease;
    private final Clock clock;

    Claims(JobPartitions partitions, HeldJobs held, String worker, Duration lease, Clock clock) {
        this.partitions = partitions;
        this.held = held;
        this.worker = worker;
        this.lease = lease;
        this.clock = clock;
    }

    /** Claims the next jobs of a channel and puts what it got with the channel's claimed ones. Answers whether there was anything to claim. */
    boolean more(JobChannel channel) {
        List<ReadyJob> ready = channel.waiting().take(channel.ahead());
        if (ready.isEmpty()) {
            return false;
        }
        // Whole microseconds, as they travel: the same claim computed here and there must give the same job.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<JobKey, Long> tokens;
        try {
            tokens = tokens(ready, now);
        } catch (RuntimeException failure) {
            ready.forEach(channel.waiting()::offer);
            throw failure;
        }
        take(channel, ready, tokens, now);
        return true;
    }

    private Map<JobKey, Long> tokens(List<ReadyJob> ready, Instant now) {
        return partitions.run(
                ready,
                job -> job.key,
                group -> new ClaimJobs(
                        worker,
                        now,
                        lease,
                        group.stream().map(job -> job.key.id()).toList(),
                        group.stream().map(Claims::knownVersion).toList()));
    }

    private static Long knownVersion(ReadyJob ready) {
        return ready.job == null ? 0L : ready.job.version();
    }

    private void take(JobChannel channel, List<ReadyJob> ready, Map<JobKey, Long> tokens, Instant now) {
        long nanos = System.nanoTime();
        Set<JobKey> unread = new HashSet<>();
        for (ReadyJob job : ready) {
            long token = tokens.getOrDefault(job.key, 0L);
            if (token > 0 && job.job != null) {
                hold(channel, job.job.claim(worker, now, lease).orElseThrow(), nanos);
            } else if (token != 0) {
                unread.add(job.key);
            }
        }
        if (!unread.isEmpty()) {
            GridCalls.repeatable(() -> partitions.map().getAll(unread)).values().stream()
                    .filter(job -> job.isHeldBy(Math.abs(tokens.getOrDefault(JobKey.of(job), 0L))))
                    .forEach(job -> hold(channel, job, nanos));
        }
    }

    private void hold(JobChannel channel, Job job, long nanos) {
        var claimed = new ClaimedJob(channel, job, nanos);
        held.add(claimed);
        channel.claimed().add(claimed);
    }
}
