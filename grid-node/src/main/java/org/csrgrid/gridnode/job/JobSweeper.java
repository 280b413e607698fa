package org.csrgrid.gridnode.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.query.Predicates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.OrphanJob;
import org.csrgrid.grid.wire.Micros;

/**
 * Looks through the jobs of this member's partitions, by the index over when somebody has to come back to them: those that come due, those whose worker's
 * lease ran out, and those that are over and owe something. Most looks cover the last seconds and the next; whole ones happen now and then, and at once when
 * partitions arrived or a member left. Used by one thread.
 */
final class JobSweeper {

    private static final Duration OVERLAP = Duration.ofSeconds(5);
    private static final Duration AHEAD = Duration.ofSeconds(2);
    private static final Duration DELIVERY_GRACE = Duration.ofSeconds(2);
    private static final long BETWEEN_WHOLE_LOOKS_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int CHUNK = 500;

    private final HazelcastInstance grid;
    private final JobPartitions partitions;
    private final Intake intake;
    private final Clock clock;
    private volatile boolean whole = true;
    private long lastWholeNanos = System.nanoTime();
    private Instant last = Instant.EPOCH;

    /** Where a swept job goes. */
    interface Intake {

        /** Whether this member looks after it already. */
        boolean knows(JobKey key);

        /** Takes a job that is due or will be within seconds. */
        void ready(Job job);

        /** Takes a job that is over and owes something. */
        void owing(JobKey key);

        /** Keys whose claims were refused since the last call. */
        Set<JobKey> takeRefused();
    }

    JobSweeper(HazelcastInstance grid, JobPartitions partitions, Intake intake, Clock clock) {
        this.grid = grid;
        this.partitions = partitions;
        this.intake = intake;
        this.clock = clock;
    }

    /** Makes the next look a whole one. Callable from anywhere. */
    void lookAtEverything() {
        whole = true;
    }

    void sweep() {
        Instant now = clock.instant();
        boolean everything =
                whole || now.isBefore(last) || System.nanoTime() - lastWholeNanos > BETWEEN_WHOLE_LOOKS_NANOS;
        whole = false;
        long from = everything ? Long.MIN_VALUE : Micros.of(last.minus(OVERLAP));
        Set<JobKey> keys = new HashSet<>(
                partitions.map().localKeySet(Predicates.between("wakesAtMicros", from, Micros.of(now.plus(AHEAD)))));
        keys.addAll(intake.takeRefused());
        take(keys, now);
        if (everything) {
            orphan(now);
            lastWholeNanos = System.nanoTime();
        }
        last = now;
    }

    private void take(Set<JobKey> keys, Instant now) {
        List<JobKey> unknown = keys.stream().filter(key -> !intake.knows(key)).toList();
        for (Collection<JobKey> chunk : chunks(unknown)) {
            partitions.map().getAll(Set.copyOf(chunk)).values().forEach(job -> take(job, now));
        }
    }

    private void take(Job job, Instant now) {
        switch (job.state()) {
            case READY -> intake.ready(job);
            case RUNNING -> {
                if (job.isClaimable(now)) {
                    intake.ready(job);
                }
            }
            case SUCCEEDED, DEAD, CANCELLED -> {
                Instant over = job.finishedAt();
                if (job.isOwing() && over != null && over.plus(DELIVERY_GRACE).isBefore(now)) {
                    intake.owing(JobKey.of(job));
                }
            }
        }
    }

    /** Ends the leases of workers that are no members any more. */
    private void orphan(Instant now) {
        Set<String> members = grid.getCluster().getMembers().stream()
                .map(member -> member.getUuid().toString())
                .collect(Collectors.toSet());
        Set<JobKey> running = new HashSet<>(partitions.map().localKeySet(Predicates.equal("state", JobState.RUNNING)));
        running.removeIf(intake::knows);
        List<JobKey> orphaned = new ArrayList<>();
        Consumer<Job> orphanIfAlone = job -> {
            JobLease lease = job.lease();
            if (lease != null && !members.contains(lease.worker())) {
                partitions.map().executeOnKey(JobKey.of(job), new OrphanJob(lease.worker(), now));
                orphaned.add(JobKey.of(job));
            }
        };
        for (Collection<JobKey> chunk : chunks(List.copyOf(running))) {
            partitions.map().getAll(Set.copyOf(chunk)).values().forEach(orphanIfAlone);
        }
        take(Set.copyOf(orphaned), now);
    }

    private static List<List<JobKey>> chunks(List<JobKey> keys) {
        List<List<JobKey>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            chunks.add(keys.subList(from, Math.min(keys.size(), from + CHUNK)));
        }
        return chunks;
    }
}
