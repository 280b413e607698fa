package org.csrgrid.apinode.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;
import org.csrgrid.grid.limit.Taken;

/**
 * What this node has taken from one shared bucket and not used yet. Tokens are paid for before they are used, so all nodes together never let through
 * more than the bucket gave. Who calls often makes it take more at once, up to {@code largest}; what is not used within {@code life} is given up, so a
 * caller may be refused early by what other nodes hold, at most {@code largest} each. An empty bucket is not asked again before its next token.
 */
final class LocalBucket {

    private final long largest;
    private final Duration life;
    private long size = 1;
    private long tokens;
    private long remaining;
    private Instant usableUntil = Instant.MIN;
    private Instant emptyUntil = Instant.MIN;
    private Instant fullAt = Instant.MIN;

    LocalBucket(long largest, Duration life) {
        this.largest = largest;
        this.life = life;
    }

    /**
     * Requests of one caller wait for each other while the grid is asked, and most then find a token.
     *
     * @param shared takes up to so many tokens
     */
    synchronized Verdict take(Instant now, LongFunction<Taken> shared) {
        if (now.isBefore(emptyUntil)) {
            return new Verdict.Refused(Duration.between(now, emptyUntil));
        }
        boolean usable = now.isBefore(usableUntil);
        if (tokens == 0 || !usable) {
            size = usable ? Math.min(size * 2, largest) : 1;
            tokens = 0;
            Taken taken = shared.apply(size);
            if (taken.tokens() == 0) {
                emptyUntil = now.plus(taken.untilNext());
                return new Verdict.Refused(taken.untilNext());
            }
            keep(taken, now);
        }
        tokens--;
        Duration untilFull = Duration.between(now, fullAt);
        return new Verdict.Admitted(remaining + tokens, untilFull.isNegative() ? Duration.ZERO : untilFull);
    }

    private void keep(Taken taken, Instant now) {
        tokens = taken.tokens();
        remaining = taken.remaining();
        usableUntil = now.plus(life);
        fullAt = now.plus(taken.untilFull());
    }

    /** Whether nothing is lost by forgetting it. */
    synchronized boolean isIdle(Instant now) {
        return !now.isBefore(usableUntil) && !now.isBefore(emptyUntil);
    }
}
