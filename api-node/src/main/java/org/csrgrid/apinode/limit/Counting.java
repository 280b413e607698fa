package org.csrgrid.apinode.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.config.settings.LimitSettings;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.limit.BucketRate;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.grid.limit.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests, mostly without asking the grid. When the grid does not answer in time, nobody asks it again for a second, so that requests that go
 * on uncounted do not wait. Safe for use by many threads.
 */
final class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_CALLERS = 50_000;

    private final SharedBuckets shared;
    private final LimitSettings settings;
    private final InstantSource clock;
    private final Map<String, LocalBucket> local = new ConcurrentHashMap<>();
    private volatile Instant uncountedUntil = Instant.MIN;

    Counting(SharedBuckets shared, LimitSettings settings, InstantSource clock) {
        this.shared = shared;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param key whose requests, and of which rate */
    Verdict count(String key, BucketRate rate) {
        Instant now = clock.instant();
        try {
            return bucket(key, rate, now).take(now, wanted -> take(key, rate, wanted));
        } catch (GridUnavailableException unreachable) {
            return new Verdict.NotCounted();
        }
    }

    private Taken take(String key, BucketRate rate, long wanted) {
        if (clock.instant().isBefore(uncountedUntil)) {
            throw new GridUnavailableException("the grid did not answer a moment ago", null);
        }
        try {
            return shared.take(key, rate, wanted, settings.gridTimeout());
        } catch (RuntimeException unreachable) {
            uncountedUntil = clock.instant().plus(PAUSE);
            LOG.warn("Requests go uncounted for a second: {}", String.valueOf(unreachable.getCause()));
            throw new GridUnavailableException("a request is not counted", unreachable);
        }
    }

    private LocalBucket bucket(String key, BucketRate rate, Instant now) {
        LocalBucket known = local.get(key);
        if (known != null) {
            return known;
        }
        if (local.size() >= MOST_CALLERS) {
            local.values().removeIf(bucket -> bucket.isIdle(now));
        }
        return local.computeIfAbsent(
                key, _ -> new LocalBucket(Math.max(1, rate.burst() / settings.leaseDivisor()), settings.leaseLife()));
    }
}
