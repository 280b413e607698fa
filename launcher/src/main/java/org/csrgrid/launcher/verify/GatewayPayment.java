package org.csrgrid.launcher.verify;

import org.csrgrid.domain.money.Money;

/**
 * A payment in the gateway's own books.
 *
 * @param reference the public id of the donation it pays
 */
record GatewayPayment(String id, String reference, String status, Money amount) {

    boolean isSucceeded() {
        return "succeeded".equals(status);
    }
}
