package org.csrgrid.gridnode.job;

import java.util.function.LongSupplier;

/** Counts what happened lately, in slots of five seconds over five minutes. Safe for use by many threads. */
final class RateWindow {

    private static final long SLOT_NANOS = 5_000_000_000L;
    private static final int SLOTS = 60;
    private static final int SLOTS_OF_A_MINUTE = 12;

    private final LongSupplier nanoClock;
    private final long[] counts = new long[SLOTS];
    private long latest;

    RateWindow(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        latest = slotNow();
    }

    synchronized void add() {
        advance();
        counts[Math.floorMod(latest, SLOTS)]++;
    }

    synchronized long lastMinute() {
        return sum(SLOTS_OF_A_MINUTE);
    }

    synchronized long lastFiveMinutes() {
        return sum(SLOTS);
    }

    private long sum(int slots) {
        advance();
        long sum = 0;
        for (int back = 0; back < slots; back++) {
            sum += counts[Math.floorMod(latest - back, SLOTS)];
        }
        return sum;
    }

    /** Empties the slots that came since the last look. */
    private void advance() {
        long now = slotNow();
        for (long slot = Math.max(latest + 1, now - SLOTS + 1); slot <= now; slot++) {
            counts[Math.floorMod(slot, SLOTS)] = 0;
        }
        latest = Math.max(latest, now);
    }

    private long slotNow() {
        return Math.floorDiv(nanoClock.getAsLong(), SLOT_NANOS);
    }
}
