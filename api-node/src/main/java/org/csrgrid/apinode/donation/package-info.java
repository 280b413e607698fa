/** Donations and refunds over HTTP. */
@NullMarked
package org.csrgrid.apinode.donation;

import org.jspecify.annotations.NullMarked;
