/** Deleting rows that have been kept long enough. */
@NullMarked
package org.csrgrid.mapstore.retention;

import org.jspecify.annotations.NullMarked;
