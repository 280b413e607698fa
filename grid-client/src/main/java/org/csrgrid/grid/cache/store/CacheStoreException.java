package org.csrgrid.grid.cache.store;

import org.jspecify.annotations.Nullable;

/** What the processes share does not answer. */
public final class CacheStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CacheStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
