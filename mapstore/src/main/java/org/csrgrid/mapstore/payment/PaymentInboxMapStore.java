package org.csrgrid.mapstore.payment;

import com.hazelcast.map.MapStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.mapstore.commit.GroupCommitFigures;
import org.csrgrid.mapstore.commit.GroupCommitOptions;
import org.csrgrid.mapstore.commit.GroupCommitWriter;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.AppendOnlyException;
import org.jspecify.annotations.Nullable;

/** The inbox's map, written through in shared commits. The first delivery of an event stays, later ones change nothing. */
public final class PaymentInboxMapStore implements AutoCloseable, MapStore<EventKey, PaymentEvent> {
    private final GroupCommitWriter<PaymentEvent> writer;
    private final PaymentEventDao dao;

    /**
     * Starts the writers.
     *
     * @param source gives the writers connections of their own
     */
    public PaymentInboxMapStore(GroupCommitOptions options, ConnectionSource source, PaymentEventDao dao) {
        this.writer = new GroupCommitWriter<>(
                options, source, PaymentEventRow.insert(), (_, conflict) -> new DuplicateEntryException(conflict));
        this.dao = dao;
    }

    /** The writers' counters at this moment. */
    public GroupCommitFigures figures() {
        return writer.figures();
    }

    /** True from a failed commit until the next one that succeeds. */
    public boolean isDatabaseAway() {
        return writer.isDatabaseAway();
    }

    /** Commits what waits and ends the writers; nothing can be stored afterwards. */
    @Override
    public void close() {
        writer.close();
    }

    /**
     * Returns when the event is committed.
     *
     * @throws org.csrgrid.mapstore.commit.PoisonRowException when the database refuses the event for good
     * @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when it is unknown whether the event is there
     */
    @Override
    public void store(EventKey key, PaymentEvent event) {
        writer.append(event);
    }

    @Override
    public void storeAll(Map<EventKey, PaymentEvent> events) {
        events.values().forEach(writer::append);
    }

    @Override
    public void delete(EventKey key) {
        throw new AppendOnlyException("payment_event");
    }

    @Override
    public void deleteAll(Collection<EventKey> keys) {
        throw new AppendOnlyException("payment_event");
    }

    @Override
    public @Nullable PaymentEvent load(EventKey key) {
        return dao.find(key).orElse(null);
    }

    @Override
    public Map<EventKey, PaymentEvent> loadAll(Collection<EventKey> keys) {
        Map<EventKey, PaymentEvent> found = new HashMap<>();
        for (EventKey key : keys) {
            dao.find(key).ifPresent(event -> found.put(key, event));
        }
        return found;
    }

    /** None: an event is loaded when somebody asks for it. */
    @Override
    public @Nullable Iterable<EventKey> loadAllKeys() {
        return null;
    }
}
