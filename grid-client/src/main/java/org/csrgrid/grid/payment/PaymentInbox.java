package org.csrgrid.grid.payment;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** Where a gateway's events become durable before the gateway is answered. */
public final class PaymentInbox {

    private final IMap<EventKey, PaymentEvent> inbox;

    public PaymentInbox(HazelcastInstance grid) {
        inbox = grid.getMap(GridMaps.PAYMENT_INBOX);
    }

    /**
     * Stores an event; a second delivery of the same event leaves the first as it is.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if it is unknown whether the event is there; the gateway will deliver it again
     */
    public void receive(PaymentEvent event) {
        GridCalls.repeatable(() -> {
            inbox.set(EventKey.of(event), event);
            return event;
        });
    }
}
