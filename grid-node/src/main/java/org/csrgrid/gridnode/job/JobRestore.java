package org.csrgrid.gridnode.job;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.mapstore.job.JobDao;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts jobs back into the map that only the database has: all of them when the cluster begins, and several times when a partition was lost or a member has
 * left, whose last write may come after the deletion of a row (docs/adr/0013); and every few seconds young ones whose member died between the insert and
 * the map. Only the oldest member looks.
 *
 * <p>A row may be older than what the map had: a job stays in the map for some seconds after it is over, and until its row is written. So what was read is
 * put back within a moment or read again.
 */
public final class JobRestore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRestore.class);
    private static final List<Duration> AFTER_A_LOSS =
            List.of(Duration.ZERO, Duration.ofSeconds(15), Duration.ofSeconds(60));
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration REACH = Duration.ofSeconds(90);
    private static final long FRESH_NANOS = Duration.ofSeconds(3).toNanos();
    private static final int PAGE = 500;

    private final HazelcastInstance grid;
    private final JobDao dao;
    private final JobDesk desk;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-restore").factory());
    private final AtomicBoolean everything = new AtomicBoolean();

    /** Restores everything if this member begins the cluster, then looks from time to time. */
    public JobRestore(HazelcastInstance grid, JobDao dao, JobDesk desk, Clock clock) {
        this.grid = grid;
        this.dao = dao;
        this.desk = desk;
        this.clock = clock;
        if (isOldest()) {
            restoreEverything();
        }
        grid.getPartitionService().addPartitionLostListener(_ -> lookAtEverything());
        grid.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                lookAtEverything();
            }
        });
        timer.scheduleWithFixedDelay(
                this::lookQuietly, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAtEverything() {
        AFTER_A_LOSS.forEach(delay -> {
            if (!timer.isShutdown()) {
                timer.schedule(this::lookAtEverythingQuietly, delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private void lookAtEverythingQuietly() {
        everything.set(true);
        lookQuietly();
    }

    private boolean isOldest() {
        return grid.getCluster().getMembers().iterator().next().localMember();
    }

    private void lookQuietly() {
        try {
            if (!isOldest()) {
                return;
            }
            if (everything.getAndSet(false)) {
                restoreEverything();
            } else {
                Instant now = clock.instant();
                restore(now.minus(REACH), now.minus(GRACE));
            }
        } catch (RuntimeException failure) {
            everything.set(true);
            if (grid.getLifecycleService().isRunning() && !GridCalls.isTransient(failure)) {
                LOG.warn("Looking for jobs that only the database has failed; it is repeated: {}", failure.toString());
            }
        }
    }

    private void restoreEverything() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        restore(Instant.EPOCH, end);
        restorePages(after -> dao.created(JobState.RUNNING, Instant.EPOCH, end, after, PAGE));
        restorePages(after -> dao.owing(after == null ? "" : after.id(), PAGE));
    }

    private void restore(Instant from, Instant to) {
        restorePages(after -> dao.created(JobState.READY, from, to, after, PAGE));
    }

    private void restorePages(Function<@Nullable Job, List<Job>> pages) {
        Job last = null;
        long restored = 0;
        while (true) {
            long begun = System.nanoTime();
            List<Job> page = pages.apply(last);
            if (System.nanoTime() - begun > FRESH_NANOS) {
                continue;
            }
            if (!page.isEmpty()) {
                restored += desk.restore(page);
                last = page.getLast();
            }
            if (page.size() < PAGE) {
                break;
            }
        }
        if (restored > 0) {
            LOG.info("{} jobs were put back from the database", restored);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
