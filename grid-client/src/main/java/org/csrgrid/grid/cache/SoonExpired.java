package org.csrgrid.grid.cache;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expires tags in the background, for callers that must neither wait nor fail: a pause after it is asked for, so that all that is asked for meanwhile is
 * done at once. If the grid does not answer, nothing is expired and old values live until their end. Safe for use by many threads.
 */
public final class SoonExpired implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SoonExpired.class);

    private final Duration pause;
    private final Set<Due> due = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cache-expire-", 0).factory());

    private record Due(CacheLayer<?> layer, String tag) {}

    /** @param pause from the first asking to the expiry; a tag expires at most once in that time */
    public SoonExpired(Duration pause) {
        this.pause = pause;
    }

    /** Has what carries the tag expire soon. Returns at once. */
    public void expire(CacheLayer<?> layer, String tag) {
        Due one = new Due(layer, tag);
        if (!due.add(one)) {
            return;
        }
        try {
            executor.schedule(() -> run(one), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            due.remove(one);
        }
    }

    /** What is asked for from now on is a matter of the next time. */
    private void run(Due one) {
        due.remove(one);
        try {
            one.layer().expireTag(one.tag());
        } catch (RuntimeException failure) {
            LOG.debug(
                    "{} of {} is not expired; it ends by itself",
                    one.tag(),
                    one.layer().options().name(),
                    failure);
        }
    }

    /** Forgets what is due. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
