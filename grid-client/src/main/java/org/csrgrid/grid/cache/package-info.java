/**
 * A cache in two steps, near in the process and shared by all of them, that loads a value once in the whole cluster, serves an old one rather than none,
 * and forgets by tag. Usable without the rest of the product: begin with {@link org.csrgrid.grid.cache.Caches}.
 */
@NullMarked
package org.csrgrid.grid.cache;

import org.jspecify.annotations.NullMarked;
