package org.csrgrid.grid.cache;

import org.jspecify.annotations.Nullable;

/**
 * What was seen in the grid.
 *
 * @param token of the value, 0 if there is none
 * @param held null if there is none or it cannot be read
 */
record Sight<V>(long token, @Nullable Held<V> held) {}
