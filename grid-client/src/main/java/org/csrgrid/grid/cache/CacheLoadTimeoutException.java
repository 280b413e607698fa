package org.csrgrid.grid.cache;

import java.time.Duration;

/** There is no value and the load takes longer than the hard time-out. It may still end, and be of use to later callers. */
public final class CacheLoadTimeoutException extends CacheLoadException {

    private static final long serialVersionUID = 1L;

    CacheLoadTimeoutException(String layer, String key, Duration hardTimeout) {
        super(layer, key, "not loaded within " + hardTimeout, null);
    }
}
