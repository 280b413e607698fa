/** What of the product's content is cached, for whom it looks alike, and by what it is invalidated. */
@NullMarked
package org.csrgrid.grid.content;

import org.jspecify.annotations.NullMarked;
