package org.csrgrid.gridnode.payment;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.mapstore.payment.PaymentEventDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox from the workers' side. That an event is worked off is written in the background, many at once: a lost mark only makes the recovery bring
 * the event again, which finds nothing to do.
 */
public final class InboxEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxEvents.class);
    private static final int BATCH = 500;

    private final IMap<EventKey, PaymentEvent> inbox;
    private final PaymentEventDao rows;
    private final Clock clock;
    private final BlockingQueue<EventKey> processed = new LinkedBlockingQueue<>(100_000);
    private final Thread marker;

    public InboxEvents(HazelcastInstance grid, PaymentEventDao rows, Clock clock) {
        inbox = grid.getMap(GridMaps.PAYMENT_INBOX);
        this.rows = rows;
        this.clock = clock;
        marker = Thread.ofVirtual().name("inbox-marker").start(this::mark);
    }

    public Optional<PaymentEvent> find(EventKey key) {
        return Optional.ofNullable(GridCalls.repeatable(() -> inbox.get(key)));
    }

    public void processed(EventKey key) {
        if (!processed.offer(key)) {
            LOG.debug("Too many marks wait; {} will be looked at once more", key);
        }
    }

    private void mark() {
        List<EventKey> batch = new ArrayList<>(BATCH);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(processed.take());
                processed.drainTo(batch, BATCH - 1);
                rows.markProcessed(batch, clock.instant());
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} events stay unmarked and will be looked at once more: {}",
                        batch.size(),
                        failure.toString());
            } finally {
                batch.clear();
            }
        }
    }

    /** Writes the marks that wait, then stops. */
    @Override
    public void close() {
        marker.interrupt();
        List<EventKey> rest = new ArrayList<>();
        processed.drainTo(rest);
        if (!rest.isEmpty()) {
            rows.markProcessed(rest, clock.instant());
        }
    }
}
