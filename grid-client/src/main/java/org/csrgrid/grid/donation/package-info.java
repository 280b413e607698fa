/** A donation's way into the grid, and its state there. */
@NullMarked
package org.csrgrid.grid.donation;

import org.jspecify.annotations.NullMarked;
