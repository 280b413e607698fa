package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.properties.ClusterProperty;
import com.hazelcast.spi.properties.HazelcastProperties;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this process stood still: stopped, swapped out, or in a long collection. The others may have dropped it meanwhile and given its partitions
 * away, while it goes on believing that they are its own, until it misses their heartbeats as they missed its own. What it changes in between it changes on
 * a copy that nobody else sees. After a pause that was long enough for that, changes therefore wait until this member must have noticed. A pause while it is
 * the only member does no harm.
 *
 * <p>Source: the process pauses of Kleppmann, Designing Data-Intensive Applications, chapter 8. Safe for use by many threads.
 */
public final class PauseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PauseWatch.class);
    private static final long TICK_MILLIS = 50;

    private final long harmfulNanos;
    private final long doubtNanos;
    private final BooleanSupplier isAlone;
    private final LongSupplier nanos;
    private volatile long tickedNanos;
    private volatile long pausedNanos;
    private volatile long doubtfulUntilNanos;
    private volatile boolean closed;

    /**
     * @param harmful how long a pause may be that nobody acts upon
     * @param doubt how long after a harmful one this member may not know that it was dropped
     */
    PauseWatch(Duration harmful, Duration doubt, BooleanSupplier isAlone, LongSupplier nanos) {
        harmfulNanos = harmful.toNanos();
        doubtNanos = doubt.toNanos();
        this.isAlone = isAlone;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        tickedNanos = now;
        doubtfulUntilNanos = now;
        pausedNanos = now - harmfulNanos;
    }

    /** Starts watching this process for this member; a pause harms from half the time after which the others drop a silent member. */
    public static PauseWatch start(HazelcastInstance grid) {
        var properties = new HazelcastProperties(grid.getConfig());
        Duration silence = Duration.ofSeconds(properties.getSeconds(ClusterProperty.MAX_NO_HEARTBEAT_SECONDS));
        Duration interval = Duration.ofSeconds(properties.getSeconds(ClusterProperty.HEARTBEAT_INTERVAL_SECONDS));
        var watch = new PauseWatch(
                silence.dividedBy(2),
                silence.plus(interval.multipliedBy(2)),
                () -> grid.getLifecycleService().isRunning()
                        && grid.getCluster().getMembers().size() == 1,
                System::nanoTime);
        Thread.ofPlatform().daemon().name("pause-watch").start(watch::tickUntilClosed);
        return watch;
    }

    private void tickUntilClosed() {
        while (!closed) {
            tick();
            sleep(TICK_MILLIS);
        }
    }

    void tick() {
        long now = nanos.getAsLong();
        if (now - tickedNanos >= harmfulNanos && !isAlone.getAsBoolean()) {
            LOG.warn(
                    "This process stood still for {} ms; it changes nothing for the next {} ms, because its partitions may be others' by now",
                    Duration.ofNanos(now - tickedNanos).toMillis(),
                    Duration.ofNanos(doubtNanos).toMillis());
            doubtfulUntilNanos = now + doubtNanos;
            pausedNanos = now;
        }
        tickedNanos = now;
    }

    /** Whether this member knows what it owns. */
    public boolean isSteady() {
        long now = nanos.getAsLong();
        return closed || now - tickedNanos < harmfulNanos && now - doubtfulUntilNanos >= 0;
    }

    /** @param since by {@link System#nanoTime} */
    public boolean hasPausedSince(long since) {
        return !isSteady() || !closed && pausedNanos - since > 0;
    }

    /**
     * Makes a change while this member knows what it owns, and makes it again if a pause came in between; so a repeat must be harmless. Waits where it must;
     * an interrupt does not shorten that.
     */
    public <R> R steadily(Supplier<R> change) {
        while (true) {
            awaitSteady();
            long begun = nanos.getAsLong();
            R result = change.get();
            if (!hasPausedSince(begun)) {
                return result;
            }
        }
    }

    private void awaitSteady() {
        boolean wasInterrupted = false;
        while (!isSteady()) {
            wasInterrupted |= sleep(TICK_MILLIS);
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException interrupted) {
            return true;
        }
    }

    /** Ends the watching; whoever waits goes on. */
    @Override
    public void close() {
        closed = true;
    }
}
