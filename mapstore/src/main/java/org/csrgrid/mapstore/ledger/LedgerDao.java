package org.csrgrid.mapstore.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What is read from the ledger. Every method sees every acknowledged entry and throws
 * {@link org.csrgrid.grid.cluster.DatabaseUnavailableException} when the database is away. Safe for many threads.
 */
public final class LedgerDao {
    private static final RowMapper<LedgerEntry> ENTRY = (row, _) -> LedgerRow.read(row);
    private static final RowMapper<DonationKey> DONATION =
            (row, _) -> new DonationKey(row.getLong("campaign_id"), row.getLong("donation_id"));

    private final Reading reading;

    public LedgerDao(Reading reading) {
        this.reading = reading;
    }

    /** The entries with these ids that are there, in no order. */
    public List<LedgerEntry> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : entries("WHERE id IN (<keys>)", ids);
    }

    /** The entry that holds a guard. */
    public Optional<LedgerEntry> byGuard(String guard) {
        return reading.run(handle -> handle.createQuery(LedgerRow.SELECT + "WHERE guard = :guard")
                .bind("guard", guard)
                .map(ENTRY)
                .findOne());
    }

    /** A donation's entries in sequence order, those after {@code afterSequence}; -1 gives all from the pledge on. */
    public List<LedgerEntry> ofDonation(long donationId, int afterSequence) {
        return reading.run(handle -> handle.createQuery(
                        LedgerRow.SELECT + "WHERE donation_id = :donation AND sequence > :after ORDER BY sequence")
                .bind("donation", donationId)
                .bind("after", afterSequence)
                .map(ENTRY)
                .list());
    }

    /** All entries of several donations, in sequence order within each. */
    public List<LedgerEntry> ofDonations(Collection<Long> donationIds) {
        return donationIds.isEmpty()
                ? List.of()
                : entries("WHERE donation_id IN (<keys>) ORDER BY donation_id, sequence", donationIds);
    }

    /**
     * Pledged donations, newest first.
     *
     * @param donorId 0 means any
     * @param campaignId 0 means any
     * @param beforeId only donations with a smaller id, or {@link Long#MAX_VALUE} for the first page
     */
    public List<DonationKey> pledged(long donorId, long campaignId, long beforeId, int limit) {
        String condition = (donorId == 0 ? "" : "donor_id = :donor AND ")
                + (campaignId == 0 ? "" : "campaign_id = :campaign AND ");
        return reading.run(handle -> handle.createQuery("""
                        SELECT campaign_id, donation_id FROM ledger
                        WHERE %s kind = 'PLEDGED' AND sequence = 0 AND donation_id < :before
                        ORDER BY donation_id DESC LIMIT :limit
                        """.formatted(condition))
                .bindMap(Map.of("donor", donorId, "campaign", campaignId, "before", beforeId, "limit", limit))
                .map(DONATION)
                .list());
    }

    /** {@link #unsettled(Instant, Instant, int)} over the whole ledger. */
    public List<DonationKey> unsettled(Instant before, int limit) {
        return unsettled(Instant.EPOCH, before, limit);
    }

    /**
     * Donations with an entry that their row does not record as counted, oldest entry first; pledges without a row are
     * among them.
     *
     * @param since looks at entries made from then on; a sweep that knows everything older to be settled spares the rest
     * @param before looks at entries made before
     */
    public List<DonationKey> unsettled(Instant since, Instant before, int limit) {
        return reading.run(handle -> handle.createQuery("""
                        SELECT l.campaign_id, l.donation_id
                        FROM ledger l LEFT JOIN donation d ON d.id = l.donation_id
                        WHERE l.`at` >= :since AND l.`at` < :before AND l.sequence > COALESCE(d.counted_through, -1)
                        GROUP BY l.campaign_id, l.donation_id
                        ORDER BY MIN(l.`at`) LIMIT :limit
                        """)
                .bind("since", Micros.of(since))
                .bind("before", Micros.of(before))
                .bind("limit", limit)
                .map(DONATION)
                .list());
    }

    /** Donations with a refund that was asked for in that time and has not been answered, oldest first. */
    public List<DonationKey> unansweredRefunds(Instant since, Instant before, int limit) {
        return reading.run(handle -> handle.createQuery("""
                        SELECT r.campaign_id, r.donation_id
                        FROM ledger r
                        WHERE r.`at` >= :since AND r.`at` < :before AND r.kind = 'REFUND_REQUESTED'
                            AND NOT EXISTS (
                                SELECT 1 FROM ledger a
                                WHERE a.donation_id = r.donation_id AND a.related_id = r.id)
                        ORDER BY r.`at` LIMIT :limit
                        """)
                .bind("since", Micros.of(since))
                .bind("before", Micros.of(before))
                .bind("limit", limit)
                .map(DONATION)
                .list());
    }

    private List<LedgerEntry> entries(String condition, Collection<Long> keys) {
        return reading.run(handle -> handle.createQuery(LedgerRow.SELECT + condition)
                .bindList("keys", List.copyOf(keys))
                .map(ENTRY)
                .list());
    }
}
