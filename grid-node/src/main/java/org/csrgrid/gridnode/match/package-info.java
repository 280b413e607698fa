/** Granting the company's match within its caps. */
@NullMarked
package org.csrgrid.gridnode.match;

import org.jspecify.annotations.NullMarked;
