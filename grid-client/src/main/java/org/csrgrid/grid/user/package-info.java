/** Users in the grid. */
@NullMarked
package org.csrgrid.grid.user;

import org.jspecify.annotations.NullMarked;
