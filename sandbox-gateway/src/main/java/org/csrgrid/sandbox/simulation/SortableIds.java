package org.csrgrid.sandbox.simulation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that sort by age, never repeat across restarts, and cannot be guessed: prefix, 16 hex digits of time and
 * counter, 8 random hex digits. Safe for use by several threads.
 */
final class SortableIds {
    private static final int COUNTER_BITS = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    SortableIds(Clock clock) {
        this.clock = clock;
    }

    String next(String prefix) {
        long now = clock.millis() << COUNTER_BITS;
        long next = last.updateAndGet(previous -> Math.max(previous + 1, now));
        HexFormat hex = HexFormat.of();
        return prefix + hex.toHexDigits(next) + hex.toHexDigits(random.nextInt());
    }

    /** Makes every later id sort behind this one. */
    void behind(String id) {
        int digits = id.indexOf('_') + 1;
        long seen = HexFormat.fromHexDigitsToLong(id, digits, digits + Long.BYTES * 2);
        last.accumulateAndGet(seen, Math::max);
    }
}
