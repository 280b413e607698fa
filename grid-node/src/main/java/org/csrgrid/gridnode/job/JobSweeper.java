package org.csrgrid.gridnode.job;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobLease;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobSignals;
import org.csrgrid.grid.job.OrphanJob;

/**
 * Looks through the jobs this member owns for those nobody is coming for: due after a wait, their signal lost, or their worker dead. A member that left
 * the cluster is noticed at once; one that only froze when its leases run out.
 */
final class JobSweeper implements AutoCloseable {

    /** A job younger than this still has its signal on the way. */
    private static final Duration SIGNAL_GRACE = Duration.ofSeconds(2);

    private static final int LARGEST_SWEEP = 5_000;

    private final HazelcastInstance grid;
    private final IMap<JobKey, Job> jobs;
    private final JobSignals signals;
    private final int shards;
    private final Clock clock;
    private final Queue<String> left = new ConcurrentLinkedQueue<>();
    private final UUID listener;

    JobSweeper(HazelcastInstance grid, JobSignals signals, int shards, Clock clock) {
        this.grid = grid;
        this.jobs = grid.getMap(GridMaps.JOBS);
        this.signals = signals;
        this.shards = shards;
        this.clock = clock;
        listener = grid.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                left.add(event.getMember().getUuid().toString());
            }
        });
    }

    void sweep() {
        for (String worker = left.poll(); worker != null; worker = left.poll()) {
            orphan(worker);
        }
        Instant now = clock.instant();
        Map<Channel, Boolean> idle = new EnumMap<>(Channel.class);
        int swept = 0;
        for (JobKey key : jobs.localKeySet()) {
            Job job = jobs.get(key);
            if (job != null && needsSignal(job, now, idle)) {
                signals.signal(job.channel(), key);
                if (++swept == LARGEST_SWEEP) {
                    return;
                }
            }
        }
    }

    /** While signals still wait on the channel's queues, a ready job's own is most likely among them. */
    private boolean needsSignal(Job job, Instant now, Map<Channel, Boolean> idle) {
        if (!job.isClaimable(now)) {
            return false;
        }
        if (job.state() == JobState.RUNNING) {
            return true;
        }
        boolean signalled = job.runAt().equals(job.createdAt()) && job.attempts() == 0;
        if (signalled && job.runAt().plus(SIGNAL_GRACE).isAfter(now)) {
            return false;
        }
        return idle.computeIfAbsent(job.channel(), this::isIdle);
    }

    private boolean isIdle(Channel channel) {
        for (int shard = 0; shard < shards; shard++) {
            if (!JobSignals.queue(grid, channel, shard).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void orphan(String worker) {
        Instant now = clock.instant();
        Set<JobKey> local = jobs.localKeySet();
        for (JobKey key : local) {
            Job job = jobs.get(key);
            JobLease lease = job == null ? null : job.lease();
            if (job != null && lease != null && lease.worker().equals(worker)) {
                jobs.executeOnKey(key, new OrphanJob(worker, now));
                signals.signal(job.channel(), key);
            }
        }
    }

    @Override
    public void close() {
        if (grid.getLifecycleService().isRunning()) {
            grid.getCluster().removeMembershipListener(listener);
        }
    }
}
