package org.csrgrid.grid.cluster;

import org.jspecify.annotations.Nullable;

/**
 * The grid or its database could not answer in time. The operation took effect once or not at all; repeating it with the same ids or idempotency key
 * is safe.
 */
public final class GridUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GridUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
