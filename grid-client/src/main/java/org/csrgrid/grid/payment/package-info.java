/** The inbox of gateway events. */
@NullMarked
package org.csrgrid.grid.payment;

import org.jspecify.annotations.NullMarked;
