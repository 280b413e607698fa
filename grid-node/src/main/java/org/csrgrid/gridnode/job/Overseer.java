package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.csrgrid.grid.job.JobEnd;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.RenewJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after what this member has claimed: keeps the leases, stops what runs too long, gives up what does not stop, hands back what nobody begins. */
final class Overseer {

    private static final Logger LOG = LoggerFactory.getLogger(Overseer.class);
    private static final long IDLE_NANOS = Duration.ofMillis(500).toNanos();

    private final HeldJobs held;
    private final JobPartitions partitions;
    private final WorkerPool pool;
    private final JobRunner runner;
    private final EndWriter ends;
    private final Duration lease;
    private final long graceNanos;
    private final Clock clock;

    Overseer(
            HeldJobs held,
            JobPartitions partitions,
            WorkerPool pool,
            JobRunner runner,
            EndWriter ends,
            Duration lease,
            Duration grace,
            Clock clock) {
        this.held = held;
        this.partitions = partitions;
        this.pool = pool;
        this.runner = runner;
        this.ends = ends;
        this.lease = lease;
        this.graceNanos = grace.toNanos();
        this.clock = clock;
    }

    /** Stops and hands back; changes nothing in the grid itself, so it cannot be held up. */
    void look() {
        long now = System.nanoTime();
        for (ClaimedJob claimed : held.all()) {
            if (claimed.isRunning()) {
                watch(claimed, now);
            } else if (now - claimed.claimedNanos() > IDLE_NANOS && claimed.withdraw()) {
                claimed.channel().claimed().remove(claimed);
                handBack(claimed);
            }
        }
    }

    private void watch(ClaimedJob claimed, long now) {
        long timeout = claimed.channel().settings().timeout().toNanos();
        if (claimed.stop() == null) {
            if (now - claimed.begunNanos() > timeout) {
                claimed.interrupt(ClaimedJob.Stop.TIMED_OUT, now);
            }
        } else if (now - claimed.stoppedNanos() > graceNanos) {
            LOG.error(
                    "Job {} does not react to interrupts; its thread is given up",
                    claimed.job().id());
            pool.abandon(claimed, runner.blocked(claimed));
        } else {
            claimed.interrupt(ClaimedJob.Stop.TIMED_OUT, now);
        }
    }

    private void handBack(ClaimedJob claimed) {
        ends.add(claimed, JobEnd.postponed(claimed.job().id(), claimed.token(), null, Duration.ZERO));
    }

    /** Keeps the leases of what is claimed; who has lost one or is to be cancelled is interrupted. */
    void renewLeases() {
        long now = System.nanoTime();
        List<ClaimedJob> due = held.all().stream()
                .filter(claimed -> !claimed.isEnded() && now - claimed.renewedNanos() > lease.toNanos() / 3)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Map<JobKey, Long> answers = partitions.run(
                due,
                ClaimedJob::key,
                group -> new RenewJobs(
                        group.stream().map(claimed -> claimed.job().id()).toList(),
                        group.stream().map(ClaimedJob::token).toList(),
                        clock.instant().plus(lease)));
        for (ClaimedJob claimed : due) {
            Long answer = answers.get(claimed.key());
            if (answer == null || answer == RenewJobs.REFUSED) {
                lost(claimed);
            } else {
                claimed.renewed(now);
                if (answer == RenewJobs.CANCEL_REQUESTED) {
                    claimed.interrupt(ClaimedJob.Stop.CANCELLED, now);
                }
            }
        }
    }

    private void lost(ClaimedJob claimed) {
        if (claimed.withdraw()) {
            claimed.channel().claimed().remove(claimed);
            held.remove(claimed);
        } else if (claimed.isRunning()) {
            LOG.warn(
                    "Job {} lost its lease; its attempt is stopped",
                    claimed.job().id());
            claimed.interrupt(ClaimedJob.Stop.LEASE_LOST, System.nanoTime());
        }
    }

    /** Hands back what nobody has begun. */
    void withdrawAll() {
        for (ClaimedJob claimed : held.all()) {
            if (claimed.withdraw()) {
                handBack(claimed);
            }
        }
    }

    /** Stops what runs; what reacts is handed back uncounted. */
    void interruptAll() {
        held.all().stream()
                .filter(ClaimedJob::isRunning)
                .forEach(claimed -> claimed.interrupt(ClaimedJob.Stop.DRAINED, System.nanoTime()));
    }

    /** Hands back uncounted also what did not react, since its thread ends with the process. */
    void abandonAll() {
        held.all().stream()
                .filter(ClaimedJob::isRunning)
                .forEach(claimed -> pool.abandon(
                        claimed, JobEnd.postponed(claimed.job().id(), claimed.token(), null, Duration.ZERO)));
    }
}
