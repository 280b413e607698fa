package org.csrgrid.gridnode.job;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.JobAnswer;
import org.csrgrid.grid.job.JobKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All the ways a job comes to this member's queues: just added, its wait over, swept up, or not done with its last attempt. Safe for use by many threads. */
final class JobIntake implements JobSweeper.Intake {

    private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);

    private final Map<Channel, JobChannel> channels;
    private final HeldJobs held;
    private final JobPartitions partitions;
    private final Clock clock;
    private final Executor background;
    private final Delays delays;
    private final Deliveries deliveries;
    private volatile Runnable dispatch = () -> {};

    /**
     * @param timer for waits
     * @param background for what reads jobs
     */
    JobIntake(
            Map<Channel, JobChannel> channels,
            HeldJobs held,
            JobPartitions partitions,
            JobWorkers.Tools tools,
            ScheduledExecutorService timer,
            Executor background) {
        this.channels = channels;
        this.held = held;
        this.partitions = partitions;
        this.background = background;
        clock = tools.clock();
        delays = new Delays(timer, clock, job -> accept(List.of(job)));
        deliveries = new Deliveries(partitions, tools.jobs(), tools.ends(), clock, this::again);
    }

    /** Says what starts workers when something has come in. */
    void whenReady(Runnable newDispatch) {
        dispatch = newDispatch;
    }

    /** Takes in jobs of whatever state; those that are over are left alone. Never blocks for long. */
    void accept(List<Job> jobs) {
        Instant now = clock.instant();
        for (Job job : jobs) {
            if (job.state() == JobState.READY && job.runAt().isAfter(now)) {
                delays.add(job);
            } else if (!job.state().isOver()) {
                queue(job, now);
            }
        }
        dispatch.run();
    }

    private void queue(Job job, Instant now) {
        long waited = Math.max(0, Duration.between(job.runAt(), now).toNanos());
        requireNonNull(channels.get(job.channel()))
                .waiting()
                .offer(new ReadyJob(JobKey.of(job), job, job.request().organizationId(), System.nanoTime() - waited));
    }

    /** What is not done with its end: it waits again or owes something. */
    void unfinished(EndWriter.Ended one) {
        JobKey key = one.claimed().key();
        if (JobAnswer.isOwing(one.answer())) {
            deliveries.start(key);
        } else {
            again(key);
        }
    }

    private void again(JobKey key) {
        background.execute(() -> {
            try {
                Job job = GridCalls.repeatable(() -> partitions.map().get(key));
                if (job != null) {
                    accept(List.of(job));
                }
            } catch (RuntimeException failure) {
                LOG.debug("Job {} is found by the next sweep", key.id(), failure);
            }
        });
    }

    @Override
    public boolean knows(JobKey key) {
        return held.contains(key)
                || delays.contains(key)
                || channels.values().stream()
                        .anyMatch(channel -> channel.waiting().contains(key));
    }

    @Override
    public void ready(List<Job> jobs) {
        accept(jobs);
    }

    @Override
    public void owing(JobKey key) {
        deliveries.start(key);
    }
}
