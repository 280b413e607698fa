package org.csrgrid.sandbox.payment;

/**
 * A cardholder's claim on what remained of a payment.
 *
 * @param amount captured less refunded, at the moment the dispute opened
 */
public record Dispute(String id, DisputeStatus status, Money amount) {

    Dispute resolved(boolean won) {
        return new Dispute(id, won ? DisputeStatus.WON : DisputeStatus.LOST, amount);
    }
}
