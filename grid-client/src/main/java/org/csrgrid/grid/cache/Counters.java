package org.csrgrid.grid.cache;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a layer does in this process. */
final class Counters {

    enum Event {
        NEAR_HIT,
        SHARED_HIT,
        MISS,
        STALE,
        COLLAPSED,
        EAGER,
        FAIL_SAFE,
        LOAD,
        LOAD_FAILURE,
        TIMEOUT,
        ERROR,
        REFUSED_STORE,
        NOT_MODIFIED,
        OVERSIZED,
        UNREADABLE,
        STORE_FAILURE,
        NEAR_EVICTION,
        INVALIDATION,
        PACKED_IN,
        PACKED_OUT
    }

    private final Map<Event, LongAdder> adders = new EnumMap<>(Event.class);
    final Durations loads = new Durations();
    final Durations reads = new Durations();
    final Durations lags = new Durations();

    Counters() {
        for (Event event : Event.values()) {
            adders.put(event, new LongAdder());
        }
    }

    @SuppressWarnings("NullAway") // all are there
    private LongAdder adder(Event event) {
        return adders.get(event);
    }

    void count(Event event) {
        adder(event).increment();
    }

    void packed(long in, long out) {
        adder(Event.PACKED_IN).add(in);
        adder(Event.PACKED_OUT).add(out);
    }

    long of(Event event) {
        return adder(event).sum();
    }
}
