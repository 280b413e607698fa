package org.csrgrid.mapstore.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.commit.PoisonRowException;
import org.csrgrid.mapstore.table.AppendOnlyException;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class PaymentInboxStoreTest extends StoreTestBase {
    private static final Instant LATER = Story.START.plusSeconds(60);

    @Test
    void the_first_delivery_of_an_event_stays() {
        PaymentEvent first = event("evt-1", "{\"amount\": 1}", Story.START);
        store(first);
        store(event("evt-1", "{\"amount\": 2}", LATER));
        assertThat(stores.inbox().load(EventKey.of(first))).isEqualTo(first);
        assertThat(stores.inbox().load(new EventKey("stripe", "evt-1"))).isNull();
        assertThat(stores.inbox().loadAllKeys()).isNull();
    }

    @Test
    void unprocessed_events_are_found_oldest_first_until_they_are_marked() {
        PaymentEvent second = event("evt-2", "{}", Story.START.plusSeconds(2));
        PaymentEvent first = event("evt-1", "{}", Story.START.plusSeconds(1));
        store(second);
        store(first);
        PaymentEventDao dao = stores.paymentEventDao();
        assertThat(dao.unprocessed(LATER, 10)).containsExactly(first, second);
        assertThat(dao.unprocessed(second.receivedAt(), 10)).containsExactly(first);
        assertThat(dao.unprocessed(LATER, 1)).containsExactly(first);
        dao.markProcessed(List.of(EventKey.of(first), new EventKey("sandbox", "unknown")), LATER);
        dao.markProcessed(List.of(EventKey.of(first)), LATER.plusSeconds(1));
        dao.markProcessed(List.of(), LATER);
        assertThat(dao.unprocessed(LATER, 10)).containsExactly(second);
        assertThat(one("SELECT MAX(processed_at) FROM payment_event", Long.class))
                .isEqualTo(Micros.of(LATER));
    }

    @Test
    void an_event_the_database_cannot_hold_fails_its_own_caller() {
        PaymentEvent tooLong = event("e".repeat(191), "{}", Story.START);
        assertThatThrownBy(() -> store(tooLong)).isInstanceOf(PoisonRowException.class);
        assertThatThrownBy(() -> stores.inbox().delete(EventKey.of(tooLong))).isInstanceOf(AppendOnlyException.class);
    }

    private void store(PaymentEvent event) {
        stores.inbox().store(EventKey.of(event), event);
    }

    private static PaymentEvent event(String id, String body, Instant receivedAt) {
        return new PaymentEvent("sandbox", id, "payment.updated", body, receivedAt);
    }
}
