/** Documents that are kept rendered, and the texts of the product's own pages. */
@NullMarked
package org.csrgrid.apinode.content;

import org.jspecify.annotations.NullMarked;
