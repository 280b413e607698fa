package org.csrgrid.grid.cache;

import org.jspecify.annotations.Nullable;

/** A value could neither be loaded nor be replaced by an old one. The cause is the loader's failure where this process ran it. */
public class CacheLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CacheLoadException(String layer, String key, String problem, @Nullable Throwable cause) {
        super("%s of layer %s: %s".formatted(key, layer, problem), cause);
    }
}
