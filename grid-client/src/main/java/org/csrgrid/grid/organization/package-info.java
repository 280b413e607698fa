/** Organizations in the grid. */
@NullMarked
package org.csrgrid.grid.organization;

import org.jspecify.annotations.NullMarked;
