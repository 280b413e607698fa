package org.csrgrid.grid.cache;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.csrgrid.grid.cache.Counters.Event;
import org.csrgrid.grid.cache.Packing.Packed;
import org.csrgrid.grid.cache.slot.ConfirmStored;
import org.csrgrid.grid.cache.slot.EndLease;
import org.csrgrid.grid.cache.slot.LeaseAnswer;
import org.csrgrid.grid.cache.slot.Slot;
import org.csrgrid.grid.cache.slot.StoreLoaded;
import org.csrgrid.grid.cache.slot.Stored;
import org.csrgrid.grid.cache.slot.TakeLease;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/** Gets values by loading them under a lease, or from whoever has the lease. */
final class Loads<V> {

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final LayerOptions options;
    private final CacheParts parts;
    private final Packing<V> packing;
    private final MarksView marks;
    private final NearEntries<V> near;
    private final Counters counters;

    Loads(
            LayerOptions options,
            CacheParts parts,
            Packing<V> packing,
            MarksView marks,
            NearEntries<V> near,
            Counters counters) {
        this.options = options;
        this.parts = parts;
        this.packing = packing;
        this.marks = marks;
        this.near = near;
        this.counters = counters;
    }

    /** What the grid has of a key. */
    Sight<V> find(String key) {
        @Nullable Slot slot = parts.store().find(options.name(), key);
        @Nullable Stored stored = slot == null ? null : slot.stored();
        if (stored == null) {
            return new Sight<>(0, null);
        }
        try {
            return new Sight<>(stored.token(), new Held<>(stored, packing.unpack(stored)));
        } catch (RuntimeException unreadable) {
            counters.count(Event.UNREADABLE);
            return new Sight<>(stored.token(), null);
        }
    }

    /** The next value, by loading it or from who loads it; an old one if that fails. An eager load leaves the key to whoever is at it. */
    Held<V> obtain(String key, Flight<V> flight, Loader<V> loader, boolean eager) throws InterruptedException {
        @Nullable Held<V> fallback = flight.fallback.join();
        long seen = flight.seen;
        long pause = FIRST_PAUSE_NANOS;
        try {
            while (true) {
                long now = parts.micros();
                LeaseAnswer answer = parts.store()
                        .change(
                                options.name(),
                                key,
                                new TakeLease(flight.id, seen, now, now + Micros.of(options.hardTimeout())));
                switch (answer.kind()) {
                    case TAKEN -> {
                        if (eager) {
                            counters.count(Event.EAGER);
                        }
                        return new Load(key, flight, loader, fallback, answer.token()).run();
                    }
                    case CHANGED -> {
                        flight.sequence = marks.latest();
                        long stripe = near.stripe(key);
                        Sight<V> sight = find(key);
                        @Nullable Held<V> held = sight.held();
                        if (held != null && marks.judge(held.stored(), now) == Verdict.FRESH) {
                            counters.count(Event.COLLAPSED);
                            near.keep(key, held, stripe);
                            return held;
                        }
                        fallback = held;
                        seen = sight.token();
                    }
                    case BUSY -> {
                        if (eager && fallback != null) {
                            return fallback;
                        }
                        waitForOther(key, flight, pause);
                        pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
                    }
                    case QUIET -> {
                        return quiet(key, fallback, answer.until());
                    }
                }
            }
        } catch (CacheStoreException silent) {
            counters.count(Event.STORE_FAILURE);
            return new Load(key, flight, loader, fallback, 0).run();
        }
    }

    /** The loaded value as it is to be stored; null if it is too large. */
    @Nullable
    Stored pack(Loaded<V> loaded, @Nullable Held<V> previous, long sequence, long token, long now) {
        byte[] payload = {};
        int unpackedSize = 0;
        if (loaded instanceof Loaded.Value<V> value) {
            Packed packed = packing.pack(value.value());
            if (packed.size() > options.entryLimit()) {
                counters.count(Event.OVERSIZED);
                return null;
            }
            payload = packed.payload();
            unpackedSize = packed.unpackedSize();
        }
        boolean absent = loaded instanceof Loaded.Absent
                || (loaded instanceof Loaded.NotModified && previous != null && previous.value() == null);
        long life = life(loaded, absent);
        @Nullable Stored same = loaded instanceof Loaded.NotModified && previous != null ? previous.stored() : null;
        return new Stored(
                payload,
                absent,
                unpackedSize,
                token,
                sequence,
                now,
                now + life,
                now + life + Micros.of(options.failSafe()),
                same != null ? same.tags() : loaded.tags(),
                same != null ? same.etag() : etag(loaded));
    }

    private static @Nullable String etag(Loaded<?> loaded) {
        return loaded instanceof Loaded.Value<?> value ? value.etag() : null;
    }

    private long life(Loaded<V> loaded, boolean absent) {
        @Nullable Duration own = loaded.life();
        long life = Micros.of(own != null ? own : absent ? options.absentLife() : options.life());
        if (own != null) {
            life = Math.clamp(life, Micros.of(options.shortestLife()), Micros.of(options.longestLife()));
        }
        double jitter =
                options.jitterPercent() / 100.0 * parts.environment().random().getAsDouble();
        return Math.max(1, life - (long) (life * jitter));
    }

    private void waitForOther(String key, Flight<V> flight, long pause) throws InterruptedException {
        if (parts.nanos() - flight.begunNanos > options.hardTimeout().toNanos()) {
            throw new CacheLoadTimeoutException(options.name(), key, options.hardTimeout());
        }
        TimeUnit.NANOSECONDS.sleep(pause);
    }

    private Held<V> quiet(String key, @Nullable Held<V> fallback, long until) {
        if (fallback != null && isUsable(fallback)) {
            counters.count(Event.FAIL_SAFE);
            near.rest(key, fallback, near.stripe(key), until);
            return fallback;
        }
        throw new CacheLoadException(options.name(), key, "the last load failed, the next one is not due yet", null);
    }

    private boolean isUsable(@Nullable Held<V> fallback) {
        return fallback != null && marks.judge(fallback.stored(), parts.micros()) != Verdict.GONE;
    }

    /** One run of a loader. */
    private final class Load {

        private final String key;
        private final Flight<V> flight;
        private final Loader<V> loader;
        private final @Nullable Held<V> previous;
        private final long token;

        /** @param token of the lease; 0 for none, because the grid does not answer */
        Load(String key, Flight<V> flight, Loader<V> loader, @Nullable Held<V> previous, long token) {
            this.key = key;
            this.flight = flight;
            this.loader = loader;
            this.previous = previous;
            this.token = token;
        }

        Held<V> run() {
            long sequence = marks.latest();
            long stripe = near.stripe(key);
            flight.sequence = sequence;
            try {
                return store(load(), sequence, stripe);
            } catch (Exception | Error failure) {
                counters.count(Event.LOAD_FAILURE);
                return failed(failure, stripe);
            }
        }

        private Loaded<V> load() throws Exception {
            long begun = parts.nanos();
            counters.count(Event.LOAD);
            try {
                boolean usable = isUsable(previous);
                @Nullable Held<V> old = usable ? previous : null;
                Loaded<V> loaded = parts.chaos()
                        .load(
                                loader,
                                new LoadRequest<>(
                                        key,
                                        old == null ? null : old.value(),
                                        old == null ? null : old.stored().etag()));
                if (loaded == null) {
                    throw new IllegalStateException("the loader answered null");
                }
                if (loaded instanceof Loaded.NotModified && old == null) {
                    throw new IllegalStateException("the loader says not modified, but there is no old value");
                }
                return loaded;
            } finally {
                counters.loads.recordMicros((parts.nanos() - begun) / 1_000);
            }
        }

        private Held<V> store(Loaded<V> loaded, long sequence, long stripe) {
            long now = parts.micros();
            @Nullable Stored stored = pack(loaded, previous, sequence, token, now);
            @Nullable V value = value(loaded);
            if (stored == null) {
                endLease(0);
                return new Held<>(oversized(loaded, sequence, now), value);
            }
            Held<V> held = new Held<>(stored, value);
            if (token == 0) {
                near.keepAlone(key, held, stripe, now);
            } else if (isStored(loaded, stored, now)) {
                near.keep(key, held, stripe);
            } else {
                counters.count(Event.REFUSED_STORE);
            }
            return held;
        }

        private boolean isStored(Loaded<V> loaded, Stored stored, long now) {
            try {
                if (loaded instanceof Loaded.NotModified) {
                    counters.count(Event.NOT_MODIFIED);
                    return parts.store().change(options.name(), key, new ConfirmStored(flight.id, stored, now));
                }
                return parts.store().change(options.name(), key, new StoreLoaded(flight.id, stored, now));
            } catch (CacheStoreException silent) {
                counters.count(Event.STORE_FAILURE);
                return false;
            }
        }

        private @Nullable V value(Loaded<V> loaded) {
            return switch (loaded) {
                case Loaded.Value<V> value -> value.value();
                case Loaded.Absent<V> _ -> null;
                case Loaded.NotModified<V> _ -> previous == null ? null : previous.value();
            };
        }

        private Stored oversized(Loaded<V> loaded, long sequence, long now) {
            return new Stored(new byte[0], false, 0, token, sequence, now, now, now, loaded.tags(), null);
        }

        private Held<V> failed(Throwable failure, long stripe) {
            boolean usable = isUsable(previous);
            long quietUntil = parts.micros() + Micros.of(usable ? options.staleThrottle() : options.failureThrottle());
            endLease(quietUntil);
            if (usable && previous != null) {
                counters.count(Event.FAIL_SAFE);
                near.rest(key, previous, stripe, quietUntil);
                return previous;
            }
            throw new CacheLoadException(options.name(), key, "the load failed: " + failure, failure);
        }

        private void endLease(long quietUntil) {
            if (token == 0) {
                return;
            }
            try {
                parts.store().change(options.name(), key, new EndLease(flight.id, token, quietUntil, parts.micros()));
            } catch (CacheStoreException silent) {
                counters.count(Event.STORE_FAILURE);
            }
        }
    }
}
