package org.csrgrid.grid.cache;

import org.csrgrid.grid.cache.store.CacheStore;
import org.csrgrid.grid.cache.store.LocalStore;

/** Two caches in one process that share its memory. */
class LocalCacheTest extends CacheContract {

    private final LocalStore store = new LocalStore(20_000);

    @Override
    CacheStore store() {
        return store;
    }
}
