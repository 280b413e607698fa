/** Where processes share what they cached: the grid, or this process alone. */
@NullMarked
package org.csrgrid.grid.cache.store;

import org.jspecify.annotations.NullMarked;
