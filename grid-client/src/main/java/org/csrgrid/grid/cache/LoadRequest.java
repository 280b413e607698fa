package org.csrgrid.grid.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a loader is asked for.
 *
 * @param previous the old value, which the origin may confirm by {@link Loaded#notModified}; null if there is none
 * @param previousEtag the old value's mark; null if it had none
 */
public record LoadRequest<V>(
        String key, @Nullable V previous, @Nullable String previousEtag) {

    /** The old value's mark if there is an old value that has one. */
    public Optional<String> etag() {
        return previous == null ? Optional.empty() : Optional.ofNullable(previousEtag);
    }
}
