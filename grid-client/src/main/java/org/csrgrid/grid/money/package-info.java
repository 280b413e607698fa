/** Exchange rates in the grid. */
@NullMarked
package org.csrgrid.grid.money;

import org.jspecify.annotations.NullMarked;
