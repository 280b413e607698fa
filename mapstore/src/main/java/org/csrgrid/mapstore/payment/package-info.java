/** The inbox of gateway events. */
@NullMarked
package org.csrgrid.mapstore.payment;

import org.jspecify.annotations.NullMarked;
