/** Campaigns and their totals in the grid. */
@NullMarked
package org.csrgrid.grid.campaign;

import org.jspecify.annotations.NullMarked;
