package org.csrgrid.grid.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** Hands work to the members. */
public final class JobGrid {

    private final IMap<JobKey, Job> jobs;
    private final JobSignals signals;

    public JobGrid(HazelcastInstance grid, JobSignals signals) {
        jobs = grid.getMap(GridMaps.JOBS);
        this.signals = signals;
    }

    /**
     * Adds a job unless one of that id is waiting, running or dead. A repeat is harmless.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if the grid does not answer
     */
    public void enqueue(Job job) {
        JobKey key = JobKey.of(job);
        GridCalls.repeatable(() -> jobs.executeOnKey(key, new EnqueueJob(job)));
        signals.signal(job.channel(), key);
    }

    /**
     * Adds a job whose cause the caller knows to be new, without looking for an older one in the database. A repeat while the job runs makes it run
     * again, which every handler must bear.
     */
    public void enqueueNew(Job job) {
        JobKey key = JobKey.of(job);
        GridCalls.repeatable(() -> {
            jobs.set(key, job);
            return key;
        });
        signals.signal(job.channel(), key);
    }
}
