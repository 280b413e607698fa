package org.csrgrid.grid.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLongArray;
import org.csrgrid.grid.cache.Counters.Event;
import org.csrgrid.grid.cache.slot.Stored;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/**
 * The entries a process keeps of one layer, bounded by their bytes.
 *
 * <p>An entry read from the grid before a key's invalidation must not be kept after it: readers note the key's stripe before they read, every invalidation
 * moves it on, and what was kept under an older stripe is forgotten again.
 */
final class NearEntries<V> {

    private static final int STRIPES = 1_024;

    private final LayerOptions options;
    private final boolean isShared;
    private final MarksView marks;
    private final Cache<String, Near<V>> entries;
    private final AtomicLongArray stripes = new AtomicLongArray(STRIPES);

    NearEntries(LayerOptions options, boolean isShared, MarksView marks, Counters counters) {
        this.options = options;
        this.isShared = isShared;
        this.marks = marks;
        entries = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(options.nearBytes())
                .weigher((String key, Near<V> entry) -> entry.weight())
                .evictionListener((key, entry, cause) -> counters.count(Event.NEAR_EVICTION))
                .build();
    }

    @Nullable
    Near<V> find(String key) {
        return entries.getIfPresent(key);
    }

    /** What is kept of a key, however old, for when the grid does not answer. */
    @Nullable
    Held<V> fallback(String key, Packing<V> packing) {
        Near<V> entry = find(key);
        return entry == null ? null : entry.held(packing);
    }

    long stripe(String key) {
        return stripes.get(index(key));
    }

    /** Keeps what was read or loaded after the stripe was noted. */
    void keep(String key, Held<V> held, long stripe) {
        keep(key, held, stripe, marks.nearUntil(), 0);
    }

    /** Keeps an old value that is to be served until some time, because a load failed. */
    void rest(String key, Held<V> held, long stripe, long until) {
        keep(key, held, stripe, Math.min(until, Math.max(marks.nearUntil(), 0)), until);
    }

    /** Keeps what could not be compared with the grid. */
    void keepAlone(String key, Held<V> held, long stripe, long now) {
        keep(key, held, stripe, now + Micros.of(options.nearLife()), 0);
    }

    private void keep(String key, Held<V> held, long stripe, long until, long restsUntil) {
        if (options.nearBytes() == 0) {
            return;
        }
        Stored stored = held.stored();
        long life = stored.freshUntil() - stored.createdAt();
        long eagerAt = stored.createdAt() + life * options.eagerPercent() / 100;
        int size = Math.max(stored.payload().length, stored.unpackedSize());
        entries.put(key, new Near<>(held, isShared, until, restsUntil, eagerAt, key, size));
        if (stripe(key) != stripe) {
            entries.invalidate(key);
        }
    }

    void forget(String key) {
        stripes.incrementAndGet(index(key));
        entries.invalidate(key);
    }

    long size() {
        return entries.estimatedSize();
    }

    private static int index(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }
}
