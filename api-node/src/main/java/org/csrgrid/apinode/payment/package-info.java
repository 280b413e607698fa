/** Webhooks of payment gateways. */
@NullMarked
package org.csrgrid.apinode.payment;

import org.jspecify.annotations.NullMarked;
