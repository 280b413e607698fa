/** Campaigns over HTTP. */
@NullMarked
package org.csrgrid.apinode.campaign;

import org.jspecify.annotations.NullMarked;
