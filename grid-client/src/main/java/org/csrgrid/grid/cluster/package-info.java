/** The way into the grid: map names, ids, calls that members answer, and what to do when the grid does not. */
@NullMarked
package org.csrgrid.grid.cluster;

import org.jspecify.annotations.NullMarked;
