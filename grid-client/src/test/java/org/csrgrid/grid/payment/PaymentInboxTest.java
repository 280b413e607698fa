package org.csrgrid.grid.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.NOW;

import java.util.Map;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.Test;

class PaymentInboxTest {

    @Test
    void an_event_is_kept_once_per_gateway_and_id() {
        try (TestCluster cluster = TestCluster.of(1)) {
            var inbox = new PaymentInbox(cluster.client());
            var event = new PaymentEvent("sandbox", "evt-1", "payment.succeeded", "{}", NOW);

            inbox.receive(event);
            inbox.receive(event);
            inbox.receive(new PaymentEvent("other", "evt-1", "payment.succeeded", "{}", NOW));

            assertThat(cluster.member(0)
                            .<EventKey, PaymentEvent>getMap(GridMaps.PAYMENT_INBOX)
                            .entrySet())
                    .hasSize(2)
                    .contains(Map.entry(new EventKey("sandbox", "evt-1"), event));
        }
    }
}
