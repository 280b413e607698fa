package org.csrgrid.mapstore.donation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;

/**
 * What is read from the donations as they were last flushed, so it may be a moment old. Every method throws
 * {@link org.csrgrid.grid.cluster.DatabaseUnavailableException} when the database is away. Safe for many threads.
 */
public final class DonationDao {
    private final Reading reading;
    private final StoredRows<Donation> rows;

    public DonationDao(Reading reading) {
        this.reading = reading;
        this.rows = new StoredRows<>(reading, DonationRow.table(), (row, _) -> DonationRow.read(row));
    }

    /** The stored donations with these ids, in no order and without what the ledger has beyond them. */
    public List<Donation> byIds(Collection<Long> ids) {
        return rows.find(ids);
    }

    /** The last ledger entry the stored donation records as counted; -1 where there is no row. */
    public int countedThrough(long donationId) {
        return countedThrough(List.of(donationId)).getOrDefault(donationId, -1);
    }

    /** The same for several donations; those without a row are left out. */
    public Map<Long, Integer> countedThrough(Collection<Long> donationIds) {
        return donationIds.isEmpty()
                ? Map.of()
                : reading.run(
                        handle -> handle.createQuery("SELECT id, counted_through FROM donation WHERE id IN (<ids>)")
                                .bindList("ids", List.copyOf(donationIds))
                                .map((row, _) -> Map.entry(row.getLong("id"), row.getInt("counted_through")))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Donations whose money has not been captured and that did not change since, longest waiting first. */
    public List<DonationKey> awaitingPayment(Instant updatedBefore, int limit) {
        return reading.run(handle -> handle.createQuery("""
                        SELECT campaign_id, id FROM donation
                        WHERE status IN ('PENDING', 'REQUIRES_ACTION', 'PROCESSING') AND updated_at < :before
                        ORDER BY updated_at LIMIT :limit
                        """)
                .bind("before", Micros.of(updatedBefore))
                .bind("limit", limit)
                .map((row, _) -> new DonationKey(row.getLong("campaign_id"), row.getLong("id")))
                .list());
    }
}
