package org.csrgrid.gridnode.payment;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;

/**
 * One payment gateway, or the employer where no gateway is needed. Every call that changes something carries a key of ours, so that a repeat is harmless. Calls block for at most the configured
 * time-out; instances are safe for use by many threads.
 */
public interface GatewayClient {

    /** The name under which payments of this gateway are stored. */
    String name();

    /**
     * Creates the payment of a donation, or finds the one created before.
     *
     * @throws GatewayUnavailableException if it is unknown whether it was created; try again
     * @throws GatewayRefusedException if the gateway will never take it
     */
    PaymentSnapshot create(Donation donation);

    /** What the gateway says of the donation's payment now. The donation has one. */
    PaymentSnapshot fetch(Donation donation);

    /** Gives up a payment that is not captured; the snapshot tells whether that came too late. */
    PaymentSnapshot cancel(Donation donation);

    /**
     * Sends money back.
     *
     * @param reference our key of this refund; the snapshot's refund carries it
     * @throws GatewayRefusedException if the gateway will not
     */
    PaymentSnapshot refund(Donation donation, Money amount, String reference);

    /** Reads the payment out of a webhook's verified body. */
    PaymentSnapshot parseEvent(String body);
}
