package org.csrgrid.grid.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.csrgrid.grid.cache.Counters.Event;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.slot.DropKey;
import org.csrgrid.grid.cache.slot.PutStored;
import org.csrgrid.grid.cache.slot.Slot;
import org.csrgrid.grid.cache.slot.Stored;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a cache. A call goes like this:
 *
 * <ol>
 *   <li>the near entry of this process answers if it is fresh and was compared with the grid's invalidations not long ago;
 *   <li>else the first caller reads the grid's slot, and all others of this process wait for what it finds;
 *   <li>if that is not fresh, it asks the slot for the lease. With it, it runs the loader and stores the value under the lease's token. Without, it waits for
 *       the holder's value;
 *   <li>whoever waits longer than the soft time-out gets the old value if there is one, longer than the hard time-out an exception. The load goes on.
 * </ol>
 *
 * <p>A value carries the sequence number of the latest invalidation known when its load began, and is compared at every read with the invalidations of its
 * tags since, so a value loaded before an invalidation and stored after it is recognized. A key's own invalidation ends the lease, so nothing is stored then.
 *
 * <p>If the grid does not answer, values are loaded by each process for itself and kept near for a near life. Safe for use by many threads.
 *
 * @param <V> the values
 */
public final class CacheLayer<V> {

    private static final int JOINS = 3;

    private final LayerOptions options;
    private final CacheParts parts;
    private final Counters counters = new Counters();
    private final Packing<V> packing;
    private final MarksView marks;
    private final NearEntries<V> near;
    private final Loads<V> loads;
    private final ConcurrentMap<String, Flight<V>> flights = new ConcurrentHashMap<>();

    CacheLayer(LayerOptions options, Codec<V> codec, CacheParts parts) {
        this.options = options;
        this.parts = parts;
        packing = new Packing<>(codec, options, counters);
        marks = new MarksView(options, parts.store());
        near = new NearEntries<>(options, codec.isShared(), marks, counters);
        loads = new Loads<>(options, parts, packing, marks, near, counters);
    }

    /** The options it was opened with. */
    public LayerOptions options() {
        return options;
    }

    /**
     * The value of a key, loaded if need be; empty if the origin has none. Blocks up to the hard time-out.
     *
     * @param loader runs at most once at a time per key in the cluster; of several callers' loaders one is taken
     * @throws CacheLoadTimeoutException if there is no value in time and no old one
     * @throws CacheLoadException if the loader fails, or failed a moment ago, and there is no old value
     */
    public Optional<V> get(String key, Loader<V> loader) {
        long now = parts.micros();
        @Nullable Near<V> entry = near.find(key);
        if (entry != null && entry.isCurrent(now)) {
            Verdict verdict = entry.judge(marks, now);
            if (verdict == Verdict.FRESH) {
                counters.count(Event.NEAR_HIT);
                refreshIfDue(key, entry, loader, now);
                return entry.held(packing).answer();
            }
            if (verdict == Verdict.STALE && entry.rests(now)) {
                counters.count(Event.MISS);
                counters.count(Event.STALE);
                return entry.held(packing).answer();
            }
        }
        return read(key, loader);
    }

    /** The value if there is a fresh one; nothing is loaded. Empty also if the origin is known to have none, or if the grid does not answer. */
    public Optional<V> peek(String key) {
        long now = parts.micros();
        try {
            marks.askIfDue(now);
            @Nullable Held<V> held = loads.find(key).held();
            return held != null && marks.judge(held.stored(), now) == Verdict.FRESH ? held.answer() : Optional.empty();
        } catch (CacheStoreException silent) {
            counters.count(Event.STORE_FAILURE);
            return Optional.empty();
        }
    }

    /**
     * What the grid keeps of a key, for people who wonder; empty if nothing. Changes nothing and does not count.
     *
     * @throws CacheStoreException if the grid does not answer
     */
    public Optional<KeptEntry> inspect(String key) {
        long now = parts.micros();
        marks.askIfDue(now);
        @Nullable Slot slot = parts.store().find(options.name(), key);
        @Nullable Stored stored = slot == null ? null : slot.stored();
        return slot == null || stored == null
                ? Optional.empty()
                : Optional.of(KeptEntry.of(slot, stored, marks.judge(stored, now)));
    }

    /**
     * Puts a value without loading it, and ends a load that is under way elsewhere without effect.
     *
     * @throws CacheStoreException if the grid does not answer; it may have been put
     */
    public void put(String key, V value, String... tags) {
        long now = parts.micros();
        marks.askIfDue(now);
        @Nullable Stored stored = loads.pack(Loaded.value(value).tagged(tags), null, marks.latest(), 0, now);
        if (stored == null) {
            remove(key);
            return;
        }
        parts.store().insist(options.name(), key, new PutStored(stored, now));
        forget(key);
        tell(null, key, 0, true);
    }

    /**
     * Invalidates a key: what is there, and what a load that has begun finds, is never served to callers after this returns in this process, and after the
     * message's arrival, at the latest after a near life, in others. A repeat is harmless.
     *
     * @throws CacheStoreException if the grid does not answer within ten seconds; repeat it then
     */
    public void remove(String key) {
        drop(key, true);
    }

    /** As {@link #remove}, but the old value may stand in while the next one is loaded, or cannot be loaded. */
    public void expire(String key) {
        drop(key, false);
    }

    /** Invalidates all that has a tag, as {@link #remove} does one key; takes as long for a million entries as for one. */
    public void removeTag(String tag) {
        invalidate(tag, true);
    }

    /** As {@link #removeTag}, but old values may stand in while the next ones are loaded, or cannot be loaded. */
    public void expireTag(String tag) {
        invalidate(tag, false);
    }

    /** Invalidates all there is, as {@link #remove} does one key; takes as long for a million entries as for one. */
    public void clear() {
        invalidate(null, true);
    }

    /** As {@link #clear}, but old values may stand in while the next ones are loaded, or cannot be loaded. */
    public void expireAll() {
        invalidate(null, false);
    }

    /**
     * Loads what is not fresh, most urgent first, evenly spread over a time. Blocks until all are done; failures are counted and do not stop it.
     *
     * @param spread zero for as fast as possible
     * @param progress hears of every item
     * @throws InterruptedException if interrupted; the rest is not loaded
     */
    public WarmProgress warm(Collection<WarmItem<V>> items, Duration spread, Consumer<WarmProgress> progress)
            throws InterruptedException {
        return new WarmUp<>(this, parts.environment()).run(items, spread, progress);
    }

    /** What this layer did in this process since its start. */
    public LayerStatistics statistics() {
        return LayerStatistics.of(counters, near.size(), options);
    }

    void hear(Invalidation invalidation) {
        if (parts.chaos().isDeaf() || invalidation.sender().equals(parts.id())) {
            return;
        }
        long now = parts.micros();
        counters.count(Event.INVALIDATION);
        counters.lags.recordMicros(now - invalidation.sentAt());
        @Nullable String key = invalidation.key();
        if (key != null) {
            forget(key);
        } else {
            marks.hear(invalidation, now);
        }
    }

    private Optional<V> read(String key, Loader<V> loader) {
        long begun = parts.nanos();
        try {
            return join(key, loader);
        } catch (CacheLoadException failure) {
            counters.count(Event.ERROR);
            throw failure;
        } finally {
            counters.reads.recordMicros((parts.nanos() - begun) / 1_000);
        }
    }

    /** Whoever joins after an invalidation that the result turns out not to know of begins anew. */
    private Optional<V> join(String key, Loader<V> loader) {
        long known = marks.latest();
        for (int join = 1; ; join++) {
            Flight<V> mine = new Flight<>(parts.nextId(), parts.nanos(), known);
            @Nullable Flight<V> others = flights.putIfAbsent(key, mine);
            if (others == null) {
                return fly(key, mine, loader);
            }
            long sequence = others.sequence;
            counters.count(Event.COLLAPSED);
            Held<V> held = await(key, others);
            if (join == JOINS || known <= sequence || !marks.isInvalidated(held.stored())) {
                counters.count(Event.MISS);
                return held.answer();
            }
        }
    }

    private Optional<V> fly(String key, Flight<V> flight, Loader<V> loader) {
        boolean found = false;
        try {
            found = lookUp(key, flight);
        } catch (RuntimeException | Error failure) {
            flight.fail(failure);
            throw failure;
        } finally {
            if (found || flight.done.isDone()) {
                flights.remove(key, flight);
            }
        }
        if (found) {
            counters.count(Event.SHARED_HIT);
            Held<V> held = flight.done.join();
            @Nullable Near<V> entry = near.find(key);
            if (entry != null) {
                refreshIfDue(key, entry, loader, parts.micros());
            }
            return held.answer();
        }
        counters.count(Event.MISS);
        start(key, flight, loader, false);
        return await(key, flight).answer();
    }

    private boolean lookUp(String key, Flight<V> flight) {
        long now = parts.micros();
        @Nullable Held<V> fallback = near.fallback(key, packing);
        try {
            marks.askIfDue(now);
            flight.sequence = marks.latest();
            long stripe = near.stripe(key);
            Sight<V> sight = loads.find(key);
            @Nullable Held<V> held = sight.held();
            fallback = held;
            flight.seen = sight.token();
            if (held != null && marks.judge(held.stored(), now) == Verdict.FRESH) {
                near.keep(key, held, stripe);
                flight.fallback.complete(held);
                flight.done.complete(held);
                return true;
            }
        } catch (CacheStoreException silent) {
            counters.count(Event.STORE_FAILURE);
        }
        boolean usable = fallback != null && marks.judge(fallback.stored(), now) != Verdict.GONE;
        flight.fallback.complete(usable ? fallback : null);
        return false;
    }

    private void start(String key, Flight<V> flight, Loader<V> loader, boolean eager) {
        parts.executor().execute(() -> {
            flight.loadingBy(Thread.currentThread());
            // Nobody may join a flight that is over: its result is of the past.
            Runnable over = () -> {
                flight.loadingBy(null);
                flights.remove(key, flight);
            };
            try {
                Held<V> held = loads.obtain(key, flight, loader, eager);
                over.run();
                flight.done.complete(held);
            } catch (Throwable failure) {
                over.run();
                flight.done.completeExceptionally(failure);
            }
        });
    }

    private Held<V> await(String key, Flight<V> flight) {
        long hard = options.hardTimeout().toNanos();
        @Nullable Held<V> fallback = null;
        try {
            fallback = flight.fallback.get(hard, TimeUnit.NANOSECONDS);
            boolean mayServe = fallback != null && options.softTimeout().isPositive();
            long waits = mayServe
                    ? Math.max(0, options.softTimeout().toNanos() - (parts.nanos() - flight.begunNanos))
                    : hard;
            return flight.done.get(waits, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            abandonIfHung(key, flight);
            return standIn(key, fallback);
        } catch (ExecutionException failure) {
            throw failed(key, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CacheLoadException(options.name(), key, "interrupted while waiting", interrupted);
        }
    }

    private Held<V> standIn(String key, @Nullable Held<V> fallback) {
        if (fallback != null && marks.judge(fallback.stored(), parts.micros()) != Verdict.GONE) {
            counters.count(Event.STALE);
            return fallback;
        }
        counters.count(Event.TIMEOUT);
        throw new CacheLoadTimeoutException(options.name(), key, options.hardTimeout());
    }

    /** A loader that never ends would keep its key from ever being loaded again by this process. */
    private void abandonIfHung(String key, Flight<V> flight) {
        if (parts.nanos() - flight.begunNanos >= 2 * options.hardTimeout().toNanos()) {
            flights.remove(key, flight);
            flight.interrupt();
        }
    }

    private CacheLoadException failed(String key, @Nullable Throwable cause) {
        if (cause instanceof CacheLoadTimeoutException) {
            return new CacheLoadTimeoutException(options.name(), key, options.hardTimeout());
        }
        @Nullable Throwable origin = cause instanceof CacheLoadException ? cause.getCause() : cause;
        String problem = cause == null ? "failed" : String.valueOf(cause.getMessage());
        return cause instanceof CacheLoadException known && origin == null
                ? known
                : new CacheLoadException(options.name(), key, problem, origin);
    }

    private void refreshIfDue(String key, Near<V> entry, Loader<V> loader, long now) {
        if (options.eagerPercent() >= 100 || !entry.claimsEager(now, Micros.of(options.hardTimeout()))) {
            return;
        }
        Flight<V> flight = new Flight<>(parts.nextId(), parts.nanos(), marks.latest());
        if (flights.putIfAbsent(key, flight) == null) {
            Held<V> held = entry.held(packing);
            flight.seen = held.stored().token();
            flight.fallback.complete(held);
            start(key, flight, loader, true);
        }
    }

    private void drop(String key, boolean removes) {
        parts.store().insist(options.name(), key, new DropKey(removes, parts.micros()));
        forget(key);
        tell(null, key, 0, removes);
    }

    private void forget(String key) {
        near.forget(key);
        flights.remove(key);
    }

    private void invalidate(@Nullable String tag, boolean removes) {
        tell(tag, null, marks.invalidate(tag, removes, parts.micros()), removes);
    }

    private void tell(@Nullable String tag, @Nullable String key, long sequence, boolean removes) {
        parts.store().tell(new Invalidation(options.name(), tag, key, sequence, removes, parts.id(), parts.micros()));
    }
}
