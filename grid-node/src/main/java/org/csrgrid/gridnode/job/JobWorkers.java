package org.csrgrid.gridnode.job;

import com.hazelcast.collection.IQueue;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobSignals;
import org.csrgrid.grid.job.directory.MemberFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workers of one member: for every channel one listener per signal queue, and up to the channel's number of jobs at once on virtual threads.
 */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final HazelcastInstance grid;
    private final JobRunner runner;
    private final JobSweeper sweeper;
    private final Map<Channel, JobChannel> channels;
    private final List<Thread> listeners = new ArrayList<>();
    private final ScheduledExecutorService timer;
    private volatile boolean draining;

    public JobWorkers(
            HazelcastInstance grid,
            JobSettings settings,
            JobSignals signals,
            List<JobHandler<?>> handlers,
            Clock clock) {
        this.grid = grid;
        Map<String, JobHandler<?>> byName = handlers.stream()
                .collect(Collectors.toMap(handler -> handler.type().name(), Function.identity()));
        String worker = grid.getCluster().getLocalMember().getUuid().toString();
        runner = new JobRunner(grid.getMap(GridMaps.JOBS), byName, worker, settings.lease(), clock);
        channels = new EnumMap<>(Arrays.stream(Channel.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        channel -> JobChannel.of(channel, settings.channel(ChannelName.valueOf(channel.name()))))));
        sweeper = new JobSweeper(grid, signals, settings.shards(), clock);
        timer = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("job-timer-", 0).factory());
        start(settings);
    }

    private void start(JobSettings settings) {
        for (JobChannel channel : channels.values()) {
            if (channel.settings().paused()) {
                LOG.info(
                        "Channel {} is paused by configuration",
                        channel.channel().jsonName());
                continue;
            }
            var free = new Semaphore(channel.settings().workersMax());
            for (int shard = 0; shard < settings.shards(); shard++) {
                IQueue<JobKey> queue = JobSignals.queue(grid, channel.channel(), shard);
                listeners.add(Thread.ofVirtual()
                        .name("job-listener-" + channel.channel().jsonName() + "-" + shard)
                        .start(() -> listen(channel, queue, free)));
            }
        }
        long sweepMillis = settings.sweepInterval().toMillis();
        timer.scheduleWithFixedDelay(
                quietly("sweeping jobs", sweeper::sweep), sweepMillis, sweepMillis, TimeUnit.MILLISECONDS);
        long renewMillis = settings.lease().toMillis() / 3;
        timer.scheduleWithFixedDelay(
                quietly("renewing leases", runner::renewLeases), renewMillis, renewMillis, TimeUnit.MILLISECONDS);
    }

    private void listen(JobChannel channel, IQueue<JobKey> queue, Semaphore free) {
        while (!draining) {
            try {
                free.acquire();
                JobKey job = queue.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (job == null || draining) {
                    free.release();
                } else {
                    Thread.ofVirtual().start(() -> runAndRelease(channel, job, free));
                }
            } catch (InterruptedException | HazelcastInstanceNotActiveException stopped) {
                return;
            } catch (RuntimeException failure) {
                free.release();
                LOG.debug(
                        "Waiting for {} signals failed; trying again",
                        channel.channel().jsonName(),
                        failure);
                pause();
            }
        }
    }

    private void runAndRelease(JobChannel channel, JobKey job, Semaphore free) {
        try {
            runner.run(job, channel.policy(), channel.settings().timeout(), channel.figures());
        } catch (RuntimeException failure) {
            if (!draining) {
                LOG.warn(
                        "Job {} stays leased until its lease runs out, then it is run again: {}",
                        job.id(),
                        failure.toString());
            }
        } finally {
            free.release();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable quietly(String what, Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException failure) {
                if (!draining && !GridCalls.isTransient(failure)) {
                    LOG.warn("{} failed; it is repeated in a moment", what, failure);
                }
            }
        };
    }

    /** What the workers of this member did, every channel. */
    public MemberFigures report() {
        return new MemberFigures(channels.values().stream()
                .map(channel -> channel.figures()
                        .report(channel.channel(), channel.settings().workersMax()))
                .toList());
    }

    public JobFigures figures(Channel channel) {
        return java.util.Objects.requireNonNull(channels.get(channel)).figures();
    }

    /** Takes no more work, lets what runs end, and gives back what does not end in time. */
    @Override
    public void close() {
        draining = true;
        listeners.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (runner.runningCount() > 0 && System.nanoTime() < deadline) {
            pause();
        }
        runner.interruptAll();
        timer.shutdownNow();
        sweeper.close();
    }
}
