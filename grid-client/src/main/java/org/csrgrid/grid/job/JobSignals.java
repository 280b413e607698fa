package org.csrgrid.grid.job;

import com.hazelcast.collection.IQueue;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.cluster.GridMaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes workers. A signal is only a job's key on one of the channel's queues; the truth is in the jobs map, and a sweeper on every member offers again
 * what a lost signal left behind. Signals are sent in the background, as many at once as came up meanwhile.
 */
public final class JobSignals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobSignals.class);
    private static final int BATCH = 500;
    private static final long IDLE_MILLIS = 50;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final HazelcastInstance grid;
    private final int shards;
    private final AtomicInteger nextShard = new AtomicInteger();
    private final BlockingQueue<Signal> waiting = new LinkedBlockingQueue<>(100_000);
    private final Thread sender;
    private volatile boolean closed;

    private record Signal(Channel channel, JobKey job) {}

    /** @param shards queues per channel; the same on all nodes */
    public JobSignals(HazelcastInstance grid, int shards) {
        this.grid = grid;
        this.shards = shards;
        sender = Thread.ofVirtual().name("job-signals").start(this::send);
    }

    /** Asks for the job to be looked at soon. Never blocks and never fails. */
    public void signal(Channel channel, JobKey job) {
        if (!waiting.offer(new Signal(channel, job))) {
            LOG.debug("Too many signals wait; the sweeper will find {}", job);
        }
    }

    /** One of the channel's queues. */
    public static IQueue<JobKey> queue(HazelcastInstance grid, Channel channel, int shard) {
        return grid.getQueue(GridMaps.JOB_SIGNALS + channel.jsonName() + "." + shard);
    }

    private void send() {
        var batch = new ArrayList<Signal>(BATCH);
        while (!closed) {
            try {
                Signal first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    offer(batch);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} job signals not sent; the sweeper will find the jobs: {}",
                        batch.size(),
                        failure.toString());
            } finally {
                batch.clear();
            }
        }
    }

    private void offer(List<Signal> batch) {
        Map<Channel, List<JobKey>> byChannel = new EnumMap<>(Channel.class);
        for (Signal signal : batch) {
            byChannel.computeIfAbsent(signal.channel, _ -> new ArrayList<>()).add(signal.job);
        }
        byChannel.forEach((channel, keys) -> queue(grid, channel, Math.floorMod(nextShard.getAndIncrement(), shards))
                .addAll(keys));
    }

    /** Ends the sender, and returns when it has: a call it makes is never interrupted, because that would leave the grid's proxies broken. */
    @Override
    public void close() {
        closed = true;
        try {
            sender.join(LONGEST_CLOSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
