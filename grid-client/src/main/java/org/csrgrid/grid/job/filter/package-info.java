/** Finding jobs over all states, and doing the same to all that were found. */
@NullMarked
package org.csrgrid.grid.job.filter;

import org.jspecify.annotations.NullMarked;
