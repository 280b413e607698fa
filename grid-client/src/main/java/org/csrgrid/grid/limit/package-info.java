/** Token buckets that all nodes count together. */
@NullMarked
package org.csrgrid.grid.limit;

import org.jspecify.annotations.NullMarked;
