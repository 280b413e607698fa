/** How often whom may call what: token buckets in the grid, with a few tokens at hand. */
@NullMarked
package org.csrgrid.apinode.limit;

import org.jspecify.annotations.NullMarked;
