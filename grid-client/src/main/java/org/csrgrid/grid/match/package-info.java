/** Caps and budgets of matching programmes in the grid. */
@NullMarked
package org.csrgrid.grid.match;

import org.jspecify.annotations.NullMarked;
