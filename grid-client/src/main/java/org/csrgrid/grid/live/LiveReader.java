package org.csrgrid.grid.live;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.ringbuffer.ReadResultSet;
import com.hazelcast.ringbuffer.Ringbuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.csrgrid.grid.cluster.GridCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one ring from its oldest event on and goes on whatever happens to the grid: it waits for it, and says so if events were overwritten before they
 * were read or the ring began anew. One per ring and process.
 */
public final class LiveReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final long BATCH = 500;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Ringbuffer<LiveEvent> ring;
    private final LiveListener listener;
    private final Duration look;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private int batch;
    private long next;
    private long firstTail;
    private volatile boolean closed;

    private LiveReader(Ringbuffer<LiveEvent> ring, LiveListener listener, Duration look) {
        this.ring = ring;
        this.listener = listener;
        this.look = look;
    }

    /**
     * Begins to read and waits, for some seconds at most, until what the ring held is read.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if the grid does not answer
     */
    public static LiveReader start(HazelcastInstance grid, LiveRing ring, LiveListener listener) {
        return start(grid, ring, listener, LOOK);
    }

    static LiveReader start(HazelcastInstance grid, LiveRing ring, LiveListener listener, Duration look) {
        LiveReader reader = new LiveReader(ring.on(grid), listener, look);
        // Asking for more than the ring can hold is refused.
        reader.batch = Math.toIntExact(Math.min(BATCH, GridCalls.repeatable(reader.ring::capacity)));
        reader.next = GridCalls.repeatable(reader.ring::headSequence);
        reader.firstTail = GridCalls.repeatable(reader.ring::tailSequence);
        reader.noteProgress();
        Thread.ofPlatform().daemon().name("live-read-" + ring.ringName()).start(reader::readUntilClosed);
        try {
            if (!reader.caughtUp.await(LOOK.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} is not read to its end yet; streams that resume now are told to read anew", ring);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return reader;
    }

    private void readUntilClosed() {
        while (!closed) {
            try {
                read();
            } catch (InterruptedException closing) {
                return;
            } catch (ExecutionException | RuntimeException failure) {
                LOG.debug("Reading {} failed; it is repeated", ring.getName(), failure);
                pause();
            }
        }
    }

    /** Waits for the next events. Now and then looks whether the ring is still the one that was read: one that began anew never gets there. */
    private void read() throws InterruptedException, ExecutionException {
        CompletableFuture<ReadResultSet<LiveEvent>> reading =
                ring.readManyAsync(next, 1, batch, null).toCompletableFuture();
        while (!closed) {
            try {
                ReadResultSet<LiveEvent> events = reading.get(look.toMillis(), TimeUnit.MILLISECONDS);
                if (!closed) {
                    take(events);
                }
                return;
            } catch (TimeoutException quiet) {
                if (ring.tailSequence() + 1 < next) {
                    beginAnew();
                    return;
                }
            } catch (ExecutionException failure) {
                beginAnewIfBehind();
                throw failure;
            }
        }
    }

    private void take(ReadResultSet<LiveEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            long sequence = events.getSequence(i);
            if (sequence != next) {
                listener.lost();
            }
            next = sequence + 1;
            listener.happened(sequence, events.get(i));
        }
        noteProgress();
    }

    private void noteProgress() {
        if (next > firstTail) {
            caughtUp.countDown();
        }
    }

    private void beginAnewIfBehind() {
        long head = ring.headSequence();
        if (next < head || next > ring.tailSequence() + 1) {
            beginAnew();
        }
    }

    private void beginAnew() {
        next = ring.headSequence();
        LOG.info("{} is read anew from {}", ring.getName(), next);
        listener.lost();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closing) {
            closed = true;
        }
    }

    /** Reads no more, from a moment later on. Not interrupted, since that would end the call to the grid in its middle. */
    @Override
    public void close() {
        closed = true;
    }
}
