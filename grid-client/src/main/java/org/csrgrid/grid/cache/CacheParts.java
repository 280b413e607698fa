package org.csrgrid.grid.cache;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.grid.cache.store.CacheStore;

/**
 * What all layers of a process share.
 *
 * @param id of the process, unique in the cluster
 * @param executor of loads
 */
record CacheParts(
        String id, CacheStore store, CacheEnvironment environment, Chaos chaos, Executor executor, AtomicLong flights) {

    long micros() {
        return environment.micros();
    }

    long nanos() {
        return environment.nanos().getAsLong();
    }

    /** Of a load, unique in the cluster. */
    String nextId() {
        return id + ":" + flights.incrementAndGet();
    }
}
