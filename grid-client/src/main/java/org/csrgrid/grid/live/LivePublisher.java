package org.csrgrid.grid.live;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.ringbuffer.OverflowPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.csrgrid.grid.cluster.GridCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events into the rings, behind the back of whoever causes them: they neither wait nor fail. While the grid does not answer events wait; beyond a
 * bound, or after some seconds, they are lost and counted. One whose writing was cut off by a member's death is written again, so it may be there twice.
 * Safe for use by many threads.
 */
public final class LivePublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LivePublisher.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final long IDLE_MILLIS = 100;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final HazelcastInstance grid;
    private final BlockingQueue<LiveEvent> waiting;
    private final LongAdder lost = new LongAdder();
    private final Thread thread;
    private volatile boolean closed;

    /** Ready to write; close it before the grid is left. */
    public LivePublisher(HazelcastInstance grid) {
        this(grid, MOST_WAITING);
    }

    LivePublisher(HazelcastInstance grid, int mostWaiting) {
        this.grid = grid;
        waiting = new ArrayBlockingQueue<>(mostWaiting);
        thread = Thread.ofPlatform().daemon().name("live-publish").start(this::writeUntilClosed);
    }

    /** Has the event written soon. Returns at once, never throws. */
    public void publish(LiveEvent event) {
        if (closed || !waiting.offer(event)) {
            lost.increment();
        }
    }

    /** Events nobody will see, or of which that is not known. */
    public long lost() {
        return lost.sum();
    }

    private void writeUntilClosed() {
        List<LiveEvent> batch = new ArrayList<>(BATCH);
        try {
            while (!closed || !waiting.isEmpty()) {
                LiveEvent first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException closing) {
            LOG.debug("{} events are not written", waiting.size());
        }
    }

    private void write(List<LiveEvent> batch) throws InterruptedException {
        Map<LiveRing, List<LiveEvent>> byRing = new EnumMap<>(LiveRing.class);
        for (LiveEvent event : batch) {
            byRing.computeIfAbsent(event.ring(), _ -> new ArrayList<>()).add(event);
        }
        for (var part : byRing.entrySet()) {
            write(part.getKey(), part.getValue());
        }
    }

    private void write(LiveRing ring, List<LiveEvent> events) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                ring.on(grid)
                        .addAllAsync(events, OverflowPolicy.OVERWRITE)
                        .toCompletableFuture()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException failure) {
                if (closed || System.nanoTime() > deadline || !GridCalls.isTransient(failure)) {
                    lost.add(events.size());
                    LOG.debug("{} events of {} are lost", events.size(), ring, failure);
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Writes what waits, for a moment. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(LAST_WORDS)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
