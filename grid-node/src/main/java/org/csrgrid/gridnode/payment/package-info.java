/** Talking to payment gateways. */
@NullMarked
package org.csrgrid.gridnode.payment;

import org.jspecify.annotations.NullMarked;
