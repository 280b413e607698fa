/** What the grid keeps of one cached key, and the operations on it: a value, who loads the next one, and until when nobody should try. */
@NullMarked
package org.csrgrid.grid.cache.slot;

import org.jspecify.annotations.NullMarked;
