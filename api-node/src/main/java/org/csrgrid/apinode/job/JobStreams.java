package org.csrgrid.apinode.job;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.apinode.stream.SlowReaders;
import org.csrgrid.grid.job.directory.JobWatch;

/** The event streams of this node: how many there may be, who reads too slowly, and their end when the node stops. Safe for use by many threads. */
public final class JobStreams implements AutoCloseable {

    static final int MOST = 1_000;
    private static final Duration SLOWEST_READER = Duration.ofSeconds(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Set<JobWatch> open = ConcurrentHashMap.newKeySet();
    private final SlowReaders slowReaders;
    private final Duration heartbeat;
    private volatile boolean closed;

    public JobStreams() {
        this(SLOWEST_READER, HEARTBEAT);
    }

    /**
     * @param slowestReader how long a reader may keep the node from writing
     * @param heartbeat how long a stream is silent
     */
    public JobStreams(Duration slowestReader, Duration heartbeat) {
        slowReaders = new SlowReaders(slowestReader);
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

    /** Writes to a reader, who is dropped if that takes too long. */
    void write(Runnable action) {
        slowReaders.write(action);
    }

    /** Ends all streams; their readers come back at another node. */
    @Override
    public void close() {
        closed = true;
        open.forEach(JobWatch::wake);
        slowReaders.close();
    }
}
