package org.csrgrid.sandbox.payment;

/**
 * What the gateway does with a payment, chosen by the last two digits of its amount in minor units: 10.02 EUR
 * declines, and so does 1002 JPY. Whatever concerns webhooks holds for every event of the payment, refunds and
 * disputes included.
 */
public enum Behaviour {
    /** Any other amount: processing at once, succeeded a few milliseconds later, one webhook. */
    SUCCEEDS(-1),
    /** The payment fails a few milliseconds after its creation. */
    DECLINES(2),
    /** The payer must visit the checkout page and choose Pay or Decline. */
    NEEDS_ACTION(3),
    /** The payment is recorded at once, but the answer to its creation is late; then it succeeds. */
    ANSWERS_LATE(4),
    /** Every webhook is sent twice, with one event id. */
    SENDS_WEBHOOKS_TWICE(5),
    /** {@code payment.succeeded} is sent before {@code payment.processing}. */
    SENDS_WEBHOOKS_OUT_OF_ORDER(6),
    /** The payment succeeds at once, its webhooks come minutes later. */
    SENDS_WEBHOOKS_LATE(7),
    /** The payment succeeds, no webhook is ever sent: only asking the gateway tells. */
    SENDS_NO_WEBHOOKS(8),
    /** The payment succeeds, each refund of it fails. */
    FAILS_REFUNDS(9);

    private final int lastTwoDigits;

    Behaviour(int lastTwoDigits) {
        this.lastTwoDigits = lastTwoDigits;
    }

    /** The behaviour that this amount asks for. */
    public static Behaviour of(Money amount) {
        int digits = (int) (amount.minorUnits() % 100);
        for (Behaviour behaviour : values()) {
            if (behaviour.lastTwoDigits == digits) {
                return behaviour;
            }
        }
        return SUCCEEDS;
    }
}
