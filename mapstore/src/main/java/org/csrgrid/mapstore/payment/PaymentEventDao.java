package org.csrgrid.mapstore.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;

/**
 * The inbox as the database holds it. Every method throws
 * {@link org.csrgrid.grid.cluster.DatabaseUnavailableException} when the database is away. Safe for many threads.
 */
public final class PaymentEventDao {
    private final Reading reading;

    public PaymentEventDao(Reading reading) {
        this.reading = reading;
    }

    /** The event as it was first received. */
    public Optional<PaymentEvent> find(EventKey key) {
        return reading.run(
                handle -> handle.createQuery(PaymentEventRow.SELECT + "WHERE gateway = :gateway AND event_id = :event")
                        .bind("gateway", key.gateway())
                        .bind("event", key.eventId())
                        .map((row, _) -> PaymentEventRow.read(row))
                        .findOne());
    }

    /** Events received before and not marked as processed, oldest first. */
    public List<PaymentEvent> unprocessed(Instant receivedBefore, int limit) {
        return reading.run(handle -> handle.createQuery(PaymentEventRow.SELECT
                        + "WHERE processed_at IS NULL AND received_at < :before ORDER BY received_at LIMIT :limit")
                .bind("before", Micros.of(receivedBefore))
                .bind("limit", limit)
                .map((row, _) -> PaymentEventRow.read(row))
                .list());
    }

    /** Marks events as processed; those that are marked already keep their time, so a repeat is harmless. */
    public void markProcessed(Collection<EventKey> keys, Instant at) {
        if (keys.isEmpty()) {
            return;
        }
        reading.run(handle -> {
            var batch = handle.prepareBatch("""
                    UPDATE payment_event SET processed_at = :at
                    WHERE gateway = :gateway AND event_id = :event AND processed_at IS NULL
                    """);
            for (EventKey key : keys) {
                batch.bind("at", Micros.of(at))
                        .bind("gateway", key.gateway())
                        .bind("event", key.eventId())
                        .add();
            }
            return batch.execute();
        });
    }
}
