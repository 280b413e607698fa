package org.csrgrid.grid.cache;

import java.util.concurrent.locks.ReentrantLock;
import org.csrgrid.grid.cache.mark.InvalidateTag;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.mark.MarksNews;
import org.csrgrid.grid.cache.mark.ReadMarks;
import org.csrgrid.grid.cache.mark.TagMarks;
import org.csrgrid.grid.cache.slot.Stored;
import org.csrgrid.grid.cache.store.CacheStore;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of a layer's invalidations: what it was told, and at least every half near life what it asked for. A near entry is used no longer than
 * one near life after the asking, so that an invalidation this process was not told of is known before.
 */
final class MarksView {

    /** How long nobody asks a grid that did not answer, so that callers do not queue up for it. */
    private static final long SILENCE_MICROS = 1_000_000;

    private final String layer;
    private final CacheStore store;
    private final long nearMicros;
    private final long useMicros;
    private final int mostTags;

    private volatile State state = new State(TagMarks.bornAt(0), 0);
    private volatile long askedAt = Long.MIN_VALUE;
    private final ReentrantLock asking = new ReentrantLock();
    private long settled;
    private long silentUntil;

    /** @param version grows with every change, so that what was judged need not be judged again before */
    private record State(TagMarks marks, long version) {}

    MarksView(LayerOptions options, CacheStore store) {
        this.layer = options.name();
        this.store = store;
        nearMicros = Micros.of(options.nearLife());
        useMicros = Micros.of(options.longestUse());
        mostTags = options.mostTags();
    }

    long version() {
        return state.version();
    }

    /** The latest invalidation this process knows of. A load that begins now sees what was changed before it. */
    long latest() {
        return state.marks().latest();
    }

    Verdict judge(Stored stored, long now) {
        TagMarks marks = state.marks();
        if (stored.staleUntil() <= now || marks.removes(stored.sequence(), stored.tags())) {
            return Verdict.GONE;
        }
        return stored.freshUntil() <= now || marks.expires(stored.sequence(), stored.tags())
                ? Verdict.STALE
                : Verdict.FRESH;
    }

    /** Whether it was invalidated since its load began. */
    boolean isInvalidated(Stored stored) {
        TagMarks marks = state.marks();
        return marks.removes(stored.sequence(), stored.tags()) || marks.expires(stored.sequence(), stored.tags());
    }

    /** Until when an entry read now may be served without asking again. */
    long nearUntil() {
        return askedAt + nearMicros;
    }

    /**
     * Asks the grid if it was not asked for half a near life.
     *
     * @throws CacheStoreException if it does not answer; the next caller asks again
     */
    void askIfDue(long now) {
        if (isDue(now)) {
            ask(now);
        }
    }

    private boolean isDue(long now) {
        long asked = askedAt;
        return asked == Long.MIN_VALUE || now - asked >= nearMicros / 2 || now < asked;
    }

    private void ask(long now) {
        asking.lock();
        try {
            if (isDue(now)) {
                askOnce(now);
            }
        } finally {
            asking.unlock();
        }
    }

    private void askOnce(long now) {
        if (now < silentUntil) {
            throw new CacheStoreException("the grid did not answer a moment ago", null);
        }
        try {
            learn(store.askMarks(layer, new ReadMarks(settled, now)), now);
            silentUntil = 0;
        } catch (CacheStoreException failure) {
            silentUntil = now + SILENCE_MICROS;
            throw failure;
        }
    }

    private synchronized void learn(MarksNews news, long now) {
        State before = state;
        boolean isNews = !news.marks().isEmpty()
                || news.latest() > before.marks().latest()
                || news.removedBefore() > before.marks().removedBefore()
                || news.expiredBefore() > before.marks().expiredBefore();
        if (isNews) {
            change(before.marks().and(news), now);
        }
        settled = news.latest();
        askedAt = now;
    }

    /** Invalidates in the grid, and then here; others are to be told. */
    long invalidate(@Nullable String tag, boolean removes, long now) {
        long sequence = store.changeMarks(layer, new InvalidateTag(tag, removes, now, mostTags, now - 2 * useMicros));
        note(tag, sequence, removes, now);
        return sequence;
    }

    void hear(Invalidation invalidation, long now) {
        note(invalidation.tag(), invalidation.sequence(), invalidation.removes(), now);
    }

    private synchronized void note(@Nullable String tag, long sequence, boolean removes, long now) {
        change(state.marks().and(tag, sequence, removes), now);
    }

    private void change(TagMarks marks, long now) {
        state = new State(marks.bounded(mostTags, now - 2 * useMicros), state.version() + 1);
    }
}
