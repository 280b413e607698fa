package org.csrgrid.apinode.job;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.csrgrid.grid.job.directory.JobWatch;

/** The event streams of this node: how many there may be, who reads too slowly, and their end when the node stops. Safe for use by many threads. */
public final class JobStreams implements AutoCloseable {

    static final int MOST = 1_000;
    private static final Duration SLOWEST_READER = Duration.ofSeconds(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Set<JobWatch> open = ConcurrentHashMap.newKeySet();
    private final Duration slowestReader;
    private final Duration heartbeat;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-streams").factory());
    private volatile boolean closed;

    public JobStreams() {
        this(SLOWEST_READER, HEARTBEAT);
    }

    /**
     * @param slowestReader how long a reader may keep the node from writing
     * @param heartbeat how long a stream is silent
     */
    public JobStreams(Duration slowestReader, Duration heartbeat) {
        this.slowestReader = slowestReader;
        this.heartbeat = heartbeat;
    }

    Duration heartbeat() {
        return heartbeat;
    }

    /** Adds a stream; false if there are too many or the node stops. */
    boolean admit(JobWatch watch) {
        if (closed || open.size() >= MOST) {
            return false;
        }
        open.add(watch);
        return true;
    }

    void leave(JobWatch watch) {
        open.remove(watch);
    }

    boolean isClosed() {
        return closed;
    }

    /** How many there are now. */
    public int count() {
        return open.size();
    }

    /** Writes to a reader, who is dropped if that takes too long: an interrupt closes the connection of a virtual thread that is blocked on it. */
    void write(Runnable action) {
        ScheduledFuture<?> tooSlow =
                timer.schedule(Thread.currentThread()::interrupt, slowestReader.toMillis(), TimeUnit.MILLISECONDS);
        try {
            action.run();
        } finally {
            tooSlow.cancel(false);
        }
    }

    /** Ends all streams; their readers come back at another node. */
    @Override
    public void close() {
        closed = true;
        open.forEach(JobWatch::wake);
        timer.shutdown();
    }
}
