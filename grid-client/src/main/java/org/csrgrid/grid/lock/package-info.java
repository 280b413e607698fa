/** Locks across processes. */
@NullMarked
package org.csrgrid.grid.lock;

import org.jspecify.annotations.NullMarked;
