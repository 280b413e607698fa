package org.csrgrid.mapstore.commit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Remembers that the database is away and lets one probe per interval through until a commit succeeds. */
final class OutageGate {
    private static final long OPEN = 0;

    private final long intervalNanos;
    private final LongSupplier nanoClock;
    /** Nano time of the next probe, never 0 while the database is away. */
    private final AtomicLong nextProbe = new AtomicLong(OPEN);

    OutageGate(Duration interval, LongSupplier nanoClock) {
        this.intervalNanos = interval.toNanos();
        this.nanoClock = nanoClock;
    }

    boolean admits() {
        long probe = nextProbe.get();
        if (probe == OPEN) {
            return true;
        }
        long now = nanoClock.getAsLong();
        return now - probe >= 0 && nextProbe.compareAndSet(probe, after(now));
    }

    boolean isOutage() {
        return nextProbe.get() != OPEN;
    }

    void outage() {
        nextProbe.set(after(nanoClock.getAsLong()));
    }

    void recovered() {
        if (nextProbe.get() != OPEN) {
            nextProbe.set(OPEN);
        }
    }

    private long after(long now) {
        long probe = now + intervalNanos;
        return probe == OPEN ? 1 : probe;
    }
}
