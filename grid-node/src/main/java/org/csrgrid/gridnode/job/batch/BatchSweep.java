package org.csrgrid.gridnode.job.batch;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.BatchState;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.batch.BatchGrid;
import org.csrgrid.mapstore.job.BatchDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after batches that have been quiet: reports ends that got lost with a member, enqueues what is due, and counts jobs that are nowhere as cancelled,
 * so that every batch is over one day. Only the oldest member looks.
 */
public final class BatchSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchSweep.class);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration LOST_AFTER = Duration.ofMinutes(2);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);
    private static final int MOST = 500;

    private final HazelcastInstance grid;
    private final BatchDao dao;
    private final BatchGrid batches;
    private final Predicate<JobKey> isLive;
    private final Clock clock;
    private final Map<String, Set<Integer>> missedBefore = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("batch-sweep").factory());

    /** @param isLive whether a job is in memory */
    public BatchSweep(HazelcastInstance grid, BatchDao dao, BatchGrid batches, Predicate<JobKey> isLive, Clock clock) {
        this.grid = grid;
        this.dao = dao;
        this.batches = batches;
        this.isLive = isLive;
        this.clock = clock;
    }

    /** Looks from now on. */
    public BatchSweep start() {
        timer.scheduleWithFixedDelay(this::lookQuietly, QUIET.toSeconds(), QUIET.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    private void lookQuietly() {
        try {
            if (grid.getCluster().getMembers().iterator().next().localMember()) {
                look();
            }
        } catch (RuntimeException failure) {
            if (grid.getLifecycleService().isRunning() && !GridCalls.isTransient(failure)) {
                LOG.warn("Looking after batches failed; it is repeated: {}", failure.toString());
            }
        }
    }

    /** One look. A repeat is harmless. */
    void look() {
        Instant now = clock.instant();
        List<String> open = dao.open(now.minus(QUIET), MOST);
        missedBefore.keySet().retainAll(Set.copyOf(open));
        for (String id : open) {
            batches.find(id).filter(JobBatch::isOpen).ifPresent(batch -> look(batches.call(batch, now), now));
        }
    }

    private void look(JobBatch batch, Instant now) {
        Map<String, JobState> rows = dao.jobStates(batch.id());
        List<BatchEnd> ends = new ArrayList<>();
        Set<Integer> nowhere = new HashSet<>();
        batch.missing().forEach(index -> {
            JobState state = rows.get(JobBatch.jobId(batch.id(), index));
            if (state == null) {
                nowhere.add(index);
            } else if (state.isOver()) {
                ends.add(new BatchEnd(index, state));
            }
        });
        ends.addAll(lost(batch, nowhere, now));
        JobBatch counted =
                ends.isEmpty() ? batch : batches.report(batch.id(), ends, now).orElse(batch);
        if (!counted.isEnqueued() && counted.state() != BatchState.RUNNING) {
            batches.closeStart(batch.id(), now);
        }
    }

    /** Missed in two looks long after the batch was last heard of, and not in memory either. */
    private List<BatchEnd> lost(JobBatch batch, Set<Integer> nowhere, Instant now) {
        Set<Integer> before = missedBefore.getOrDefault(batch.id(), Set.of());
        missedBefore.put(batch.id(), nowhere);
        boolean isDue = batch.isEnqueued() ? batch.updatedAt().plus(LOST_AFTER).isBefore(now) : isGivenUp(batch, now);
        if (!isDue) {
            return List.of();
        }
        List<BatchEnd> lost = nowhere.stream()
                .filter(before::contains)
                .filter(index -> !isLive.test(new JobKey(JobBatch.jobId(batch.id(), index), batch.affinity(index))))
                .map(index -> new BatchEnd(index, JobState.CANCELLED))
                .toList();
        if (!lost.isEmpty()) {
            LOG.warn("{} jobs of batch {} are nowhere; they count as cancelled", lost.size(), batch.id());
        }
        return lost;
    }

    private static boolean isGivenUp(JobBatch batch, Instant now) {
        return batch.createdAt().plus(GIVEN_UP_AFTER).isBefore(now);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
