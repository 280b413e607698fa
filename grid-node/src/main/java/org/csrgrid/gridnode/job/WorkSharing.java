package org.csrgrid.gridnode.job;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobSignals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares work among members: one that cannot keep up with a channel offers keys, one with room takes them. A key that gets lost on the way is found by its
 * owner's sweep. Used by one thread.
 */
final class WorkSharing {

    private static final Logger LOG = LoggerFactory.getLogger(WorkSharing.class);
    private static final long TOO_OLD_NANOS = Duration.ofMillis(50).toNanos();
    private static final int OFFERED_AT_ONCE = 32;
    private static final int TAKEN_AT_ONCE = 8;

    private final HazelcastInstance grid;
    private final Collection<JobChannel> channels;
    private final WorkerPool pool;
    private final int shards;
    private final AtomicInteger turn = new AtomicInteger();

    WorkSharing(HazelcastInstance grid, Collection<JobChannel> channels, WorkerPool pool, int shards) {
        this.grid = grid;
        this.channels = channels;
        this.pool = pool;
        this.shards = shards;
    }

    void share() {
        if (grid.getCluster().getMembers().size() < 2) {
            return;
        }
        int shard = Math.floorMod(turn.getAndIncrement(), shards);
        boolean taken = false;
        for (JobChannel channel : channels) {
            if (pool.hasRoom(channel)) {
                taken |= take(channel, shard);
            } else if (!channel.isPaused()
                    && channel.waiting().oldestNanos(System.nanoTime()) > TOO_OLD_NANOS
                    && channel.waiting().size() > channel.workersMax()) {
                offer(channel, shard);
            }
        }
        if (taken) {
            pool.dispatch();
        }
    }

    private boolean take(JobChannel channel, int shard) {
        List<JobKey> keys = new ArrayList<>();
        JobSignals.queue(grid, channel.channel(), shard).drainTo(keys, TAKEN_AT_ONCE * channel.workersMax());
        long now = System.nanoTime();
        keys.forEach(key -> channel.waiting().offer(new ReadyJob(key, null, 0, now)));
        return !keys.isEmpty();
    }

    private void offer(JobChannel channel, int shard) {
        int most = Math.min(OFFERED_AT_ONCE, channel.waiting().size() - channel.workersMax());
        List<ReadyJob> offered = channel.waiting().take(most);
        List<JobKey> keys = offered.stream().map(ready -> ready.key).toList();
        if (!isTaken(channel, shard, keys)) {
            offered.forEach(channel.waiting()::offer);
        }
    }

    private boolean isTaken(JobChannel channel, int shard, List<JobKey> keys) {
        try {
            var queue = JobSignals.queue(grid, channel.channel(), shard);
            return queue.size() <= keys.size() && queue.addAll(keys);
        } catch (RuntimeException unreachable) {
            LOG.debug("{} jobs are not shared", keys.size(), unreachable);
            return false;
        }
    }
}
