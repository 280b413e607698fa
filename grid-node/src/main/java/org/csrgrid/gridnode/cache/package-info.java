/** A member's share in the cache: the maps that hold it. */
@NullMarked
package org.csrgrid.gridnode.cache;

import org.jspecify.annotations.NullMarked;
