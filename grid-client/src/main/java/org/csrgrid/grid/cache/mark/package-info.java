/** Invalidation by tag: what was invalidated last, as sequence numbers that entries are compared with when they are read. */
@NullMarked
package org.csrgrid.grid.cache.mark;

import org.jspecify.annotations.NullMarked;
