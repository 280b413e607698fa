package org.csrgrid.bench.jobs;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.ClusterSafe;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.PayloadCipher;
import org.csrgrid.grid.wire.WireTypes;

/** This process as a client that hands work to the members. Safe for many threads. */
public final class JobClient implements AutoCloseable {

    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final HazelcastInstance grid;
    private final JobGrid jobs;
    private final AtomicLong lanes = new AtomicLong();
    private final Predicate<JobKey, Job> isUnfinished = Predicates.lessThan("wakesAtMicros", Job.NEVER);

    private JobClient(HazelcastInstance grid, Settings settings) {
        this.grid = grid;
        jobs = new JobGrid(grid, PayloadCipher.of(settings.payloadKey()));
    }

    /** Connects, or fails after the client's connect time-out. */
    public static JobClient connect(Settings settings) {
        ClientConfig config = ClientSetup.base(settings.grid());
        config.setInstanceName("bench-" + System.nanoTime());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        return new JobClient(ClientSetup.connect(settings.grid(), config), settings);
    }

    /** Returns when the job is accepted; a repeat is harmless. */
    public void enqueue(Job job) {
        jobs.enqueue(job);
    }

    /** An affinity for a job that is about nothing in particular. */
    long lane() {
        return lanes.incrementAndGet();
    }

    /** Jobs of the grid that somebody still has to do something about. */
    public int size() {
        return inGrid().keySet(isUnfinished).size();
    }

    /** One of them as text; nothing if there is none. */
    String some() {
        return inGrid().values(isUnfinished).stream()
                .findAny()
                .map(Job::toString)
                .orElse("");
    }

    private IMap<JobKey, Job> inGrid() {
        return grid.getMap(GridMaps.JOBS);
    }

    /** Waits until every job is over, or the time is up; whether they are. */
    public boolean awaitEmpty(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (size() > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    /** Waits until so many members have all backups, or the time is up; whether they have. */
    public boolean awaitSafe(int members, Duration patience) {
        return ClusterSafe.await(grid, members, patience);
    }

    @Override
    public void close() {
        grid.shutdown();
    }
}
