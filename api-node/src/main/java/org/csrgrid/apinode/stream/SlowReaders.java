package org.csrgrid.apinode.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes to readers and drops those that keep it from writing for too long: an interrupt closes the connection of a virtual thread that is blocked on it.
 * Safe for use by many threads; a reader's thread waits for nobody but this reader.
 */
public final class SlowReaders implements AutoCloseable {

    private static final int LOOKS = 10;

    private final Set<Writing> writing = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-readers").factory());

    /** A write that is under way. No two are equal. */
    private static final class Writing {
        final Thread thread = Thread.currentThread();
        final long since = System.nanoTime();
        volatile boolean dropped;
    }

    /** @param patience how long a reader may keep the node from writing, give or take a tenth */
    public SlowReaders(Duration patience) {
        long nanos = patience.toNanos();
        long look = Math.max(1, nanos / LOOKS);
        watch.scheduleWithFixedDelay(() -> drop(nanos), look, look, TimeUnit.NANOSECONDS);
    }

    /**
     * Runs what writes to the reader of the calling thread.
     *
     * @throws SlowReaderException if it took too long
     */
    public void write(Runnable action) {
        Writing current = new Writing();
        writing.add(current);
        try {
            action.run();
        } catch (RuntimeException broken) {
            if (current.dropped) {
                throw new SlowReaderException(new IOException("the reader does not read", broken));
            }
            throw broken;
        } finally {
            writing.remove(current);
        }
    }

    private void drop(long patience) {
        long now = System.nanoTime();
        for (Writing current : writing) {
            if (now - current.since >= patience && !current.dropped) {
                current.dropped = true;
                current.thread.interrupt();
            }
        }
    }

    /** Has patience no more: drops whoever is being written to. */
    @Override
    public void close() {
        watch.shutdown();
        drop(0);
    }
}
