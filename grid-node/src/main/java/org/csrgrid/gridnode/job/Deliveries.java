package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.DeliveredJob;
import org.csrgrid.grid.job.JobAnswer;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays what jobs that are over still owe: follow-ups are enqueued, then their end is reported, then that is written down. A process that dies in between
 * leaves the debt with the job, and whoever sweeps it pays it again: ids make the follow-ups the same jobs, and reports bear a repeat.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final JobPartitions partitions;
    private final JobGrid jobs;
    private final JobEnds ends;
    private final Clock clock;
    private final Consumer<JobKey> again;
    private final Set<JobKey> underWay = ConcurrentHashMap.newKeySet();

    /** @param again takes jobs that wait again after this */
    Deliveries(JobPartitions partitions, JobGrid jobs, JobEnds ends, Clock clock, Consumer<JobKey> again) {
        this.partitions = partitions;
        this.jobs = jobs;
        this.ends = ends;
        this.clock = clock;
        this.again = again;
    }

    /** Pays in the background; never fails. */
    void start(JobKey key) {
        if (underWay.add(key)) {
            Thread.ofVirtual().name("job-delivery").start(() -> deliverQuietly(key));
        }
    }

    private void deliverQuietly(JobKey key) {
        try {
            deliver(key);
        } catch (RuntimeException failure) {
            LOG.warn("What job {} left is delivered later: {}", key.id(), failure.toString());
        } finally {
            underWay.remove(key);
        }
    }

    private void deliver(JobKey key) {
        Job job = GridCalls.repeatable(() -> partitions.map().get(key));
        if (job == null || !job.isOwing()) {
            return;
        }
        jobs.enqueueAll(job.followUps());
        if (job.isUnreported()) {
            ends.ended(job);
        }
        Long answer = partitions.run(key, new DeliveredJob(job.version(), clock.instant()));
        if (!JobAnswer.isRefused(answer) && JobAnswer.state(answer) == JobState.READY) {
            again.accept(key);
        }
    }
}
