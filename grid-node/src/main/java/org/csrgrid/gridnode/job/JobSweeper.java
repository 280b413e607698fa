package org.csrgrid.gridnode.job;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.OrphanJob;
import org.csrgrid.grid.wire.Micros;

/**
 * Looks through the jobs of this member's partitions for those nobody comes for: due and unknown to the queues, due soon, their worker gone or silent, over
 * and owing something. Looks follow each other faster the less there is to look through. Used by one thread.
 */
final class JobSweeper {

    private static final Duration DELIVERY_GRACE = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 20_000;

    /** A look takes at most this share of the time. */
    private static final int SHARE = 20;

    private final HazelcastInstance grid;
    private final JobPartitions partitions;
    private final Intake intake;
    private final Clock clock;
    private volatile boolean soon = true;
    private long nextNanos = System.nanoTime();

    /** Where a swept job goes. */
    interface Intake {

        /** Whether this member looks after it already. Called by several threads at once. */
        boolean knows(JobKey key);

        /** Takes jobs that are due or will be soon. */
        void ready(List<Job> jobs);

        /** Takes a job that is over and owes something. */
        void owing(JobKey key);
    }

    JobSweeper(HazelcastInstance grid, JobPartitions partitions, Intake intake, Clock clock) {
        this.grid = grid;
        this.partitions = partitions;
        this.intake = intake;
        this.clock = clock;
    }

    /** Makes the next look happen whatever the last one took: partitions arrived or a member left. Callable from anywhere. */
    void lookSoon() {
        soon = true;
    }

    /** Looks, unless the last look took so long that it is not time yet. */
    void sweep() {
        long begun = System.nanoTime();
        if (!soon && begun - nextNanos < 0) {
            return;
        }
        soon = false;
        look();
        nextNanos = begun + (System.nanoTime() - begun) * SHARE;
    }

    private void look() {
        Instant now = clock.instant();
        long horizon = Micros.of(now.plus(Delays.SOON));
        Set<String> members = grid.getCluster().getMembers().stream()
                .map(member -> member.getUuid().toString())
                .collect(Collectors.toSet());
        List<Job> found = LocalScan.find(
                partitions.map(),
                job -> (job.wakesAtMicros() <= horizon || isOrphan(job, members)) && !intake.knows(JobKey.of(job)));
        List<Job> unknown = found.subList(0, Math.min(found.size(), MOST_AT_ONCE));
        soon |= unknown.size() < found.size();
        intake.ready(unknown.stream().filter(job -> isToRun(job, now)).toList());
        unknown.stream().filter(job -> isToDeliver(job, now)).map(JobKey::of).forEach(intake::owing);
        orphan(unknown.stream().filter(job -> isOrphan(job, members)).toList(), now);
    }

    private static boolean isToRun(Job job, Instant now) {
        return !job.state().isOver() && (job.lease() == null || job.isClaimable(now));
    }

    private static boolean isToDeliver(Job job, Instant now) {
        Instant over = job.finishedAt();
        return job.isOwing() && over != null && over.plus(DELIVERY_GRACE).isBefore(now);
    }

    private static boolean isOrphan(Job job, Set<String> members) {
        JobLease lease = job.lease();
        return lease != null && !members.contains(lease.worker());
    }

    /** Ends the leases of workers that are no members any more. */
    private void orphan(List<Job> alone, Instant now) {
        Set<JobKey> keys = new HashSet<>();
        Set<String> gone = new HashSet<>();
        for (Job job : alone) {
            JobLease lease = job.lease();
            if (lease != null) {
                keys.add(JobKey.of(job));
                gone.add(lease.worker());
            }
        }
        for (String worker : gone) {
            partitions.run(keys, key -> key, _ -> new OrphanJob(worker, now));
        }
        List<Job> orphaned = new ArrayList<>();
        alone.forEach(job -> orphaned.add(job.orphan(now)));
        intake.ready(orphaned);
    }
}
