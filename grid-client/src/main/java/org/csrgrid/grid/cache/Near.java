package org.csrgrid.grid.cache;

import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.grid.cache.slot.Stored;
import org.jspecify.annotations.Nullable;

/** An entry this process keeps: the object if callers may share it, else its bytes. */
final class Near<V> {

    private static final int OVERHEAD_BYTES = 256;

    private final Stored stored;
    private final @Nullable V shared;
    private final boolean isShared;
    private final long until;
    private final long restsUntil;
    private final int weight;
    private final AtomicLong nextEager;
    private volatile long judgedAt;

    /**
     * @param until it is not served any more without asking the grid
     * @param restsUntil it is served although it is old, because a load failed; 0 for not at all
     * @param size of the value in bytes, about
     */
    Near(Held<V> held, boolean isShared, long until, long restsUntil, long eagerAt, String key, int size) {
        this.isShared = isShared;
        this.stored = isShared ? held.stored().withoutPayload() : held.stored();
        this.shared = isShared ? held.value() : null;
        this.until = until;
        this.restsUntil = restsUntil;
        this.weight = size + 2 * key.length() + OVERHEAD_BYTES;
        this.nextEager = new AtomicLong(eagerAt);
        this.judgedAt = -1;
    }

    int weight() {
        return weight;
    }

    boolean isCurrent(long now) {
        return now < until;
    }

    boolean rests(long now) {
        return now < restsUntil;
    }

    Verdict judge(MarksView marks, long now) {
        long version = marks.version();
        if (judgedAt == version && now < stored.freshUntil()) {
            return Verdict.FRESH;
        }
        Verdict verdict = marks.judge(stored, now);
        if (verdict == Verdict.FRESH) {
            judgedAt = version;
        }
        return verdict;
    }

    /** Whether the caller is the one to load it again; the next may be after a pause. */
    boolean claimsEager(long now, long pause) {
        long due = nextEager.get();
        return now >= due && nextEager.compareAndSet(due, now + pause);
    }

    Held<V> held(Packing<V> packing) {
        return new Held<>(stored, isShared ? shared : packing.unpack(stored));
    }
}
