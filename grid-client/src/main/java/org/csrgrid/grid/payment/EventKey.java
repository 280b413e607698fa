package org.csrgrid.grid.payment;

import org.csrgrid.domain.payment.PaymentEvent;

/** A gateway's event, whatever often it is delivered. */
public record EventKey(String gateway, String eventId) {

    public static EventKey of(PaymentEvent event) {
        return new EventKey(event.gateway(), event.eventId());
    }
}
