/** Deleting what has been kept long enough. */
@NullMarked
package org.csrgrid.gridnode.retention;

import org.jspecify.annotations.NullMarked;
