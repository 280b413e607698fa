package org.csrgrid.grid.cache;

import java.util.Optional;
import org.csrgrid.grid.cache.slot.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A value in the hands of this process, with what is known about it.
 *
 * @param value null if it is absent
 */
record Held<V>(Stored stored, @Nullable V value) {

    Optional<V> answer() {
        return Optional.ofNullable(value);
    }
}
