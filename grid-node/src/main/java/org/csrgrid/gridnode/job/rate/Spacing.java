package org.csrgrid.gridnode.job.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Sends refused jobs away for different times, one permit's interval apart, so that they do not all come back for the next permit. Counts this member's
 * jobs only, so it is a guess; no guess is longer than a minute. Safe for use by many threads.
 */
final class Spacing {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Instant> lastPromised = new HashMap<>();

    /**
     * The wait of one more refused job.
     *
     * @param refill until the bucket has its next permit
     * @param interval between permits
     */
    synchronized Duration after(String bucket, Instant now, Duration refill, Duration interval) {
        if (lastPromised.size() >= REMEMBERED) {
            lastPromised.values().removeIf(promised -> !promised.isAfter(now));
        }
        Instant earliest = now.plus(refill);
        Instant next = lastPromised.getOrDefault(bucket, Instant.MIN).plus(interval);
        Instant promised = next.isAfter(earliest) ? next : earliest;
        if (promised.isAfter(now.plus(LONGEST))) {
            return refill.compareTo(LONGEST) > 0 ? refill : LONGEST;
        }
        lastPromised.put(bucket, promised);
        return Duration.between(now, promised);
    }
}
