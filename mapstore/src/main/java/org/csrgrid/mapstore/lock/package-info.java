/** Rows that are written under a lock. */
@NullMarked
package org.csrgrid.mapstore.lock;

import org.jspecify.annotations.NullMarked;
