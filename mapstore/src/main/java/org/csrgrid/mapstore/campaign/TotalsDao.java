package org.csrgrid.mapstore.campaign;

import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;

/** Folds the ledger to campaigns' totals. */
public final class TotalsDao {
    private static final List<String> MOVING = Stream.of(LedgerKind.values())
            .filter(LedgerKind::movesTotals)
            .map(LedgerKind::name)
            .toList();

    private final Reading reading;

    public TotalsDao(Reading reading) {
        this.reading = reading;
    }

    /** Entries of one kind. */
    private record Sum(long campaignId, LedgerKind kind, long entries, long amount) {
        static final Sum NOTHING = new Sum(0, LedgerKind.CAPTURED, 0, 0);
    }

    private record CampaignCurrency(long campaignId, Currency currency) {}

    private record RecentEntry(long campaignId, long entryId) {}

    /**
     * The totals of these campaigns, all as of one moment; campaigns that do not exist are left out. {@code recent} holds
     * the entries whose donation's row does not record them as counted.
     */
    public Map<Long, CampaignTotals> fold(Collection<Long> campaignIds) {
        if (campaignIds.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = List.copyOf(campaignIds);
        return reading.snapshot(handle -> fold(handle, ids));
    }

    /** The versions of the rows there are. */
    Map<Long, Long> versions(Collection<Long> campaignIds) {
        if (campaignIds.isEmpty()) {
            return Map.of();
        }
        return reading.run(handle -> handle.createQuery(
                        "SELECT campaign_id, version FROM campaign_totals WHERE campaign_id IN (<ids>)")
                .bindList("ids", List.copyOf(campaignIds))
                .reduceRows(new HashMap<>(), (versions, row) -> {
                    versions.put(row.getColumn("campaign_id", Long.class), row.getColumn("version", Long.class));
                    return versions;
                }));
    }

    private static Map<Long, CampaignTotals> fold(Handle handle, List<Long> ids) {
        Map<Long, Map<LedgerKind, Sum>> sums = sums(handle, ids);
        Map<Long, Set<Long>> recent = recent(handle, ids);
        Map<Long, CampaignTotals> totals = new HashMap<>();
        for (CampaignCurrency campaign : currencies(handle, ids)) {
            long id = campaign.campaignId();
            totals.put(id, totals(campaign, sums.getOrDefault(id, Map.of()), recent.getOrDefault(id, Set.of())));
        }
        return totals;
    }

    private static CampaignTotals totals(CampaignCurrency campaign, Map<LedgerKind, Sum> sums, Set<Long> recent) {
        return new CampaignTotals(
                campaign.campaignId(),
                campaign.currency(),
                amount(sums, LedgerKind.CAPTURED),
                amount(sums, LedgerKind.REFUNDED),
                amount(sums, LedgerKind.DISPUTE_LOST),
                amount(sums, LedgerKind.MATCH_POSTED),
                amount(sums, LedgerKind.MATCH_REVERSED),
                sums.getOrDefault(LedgerKind.CAPTURED, Sum.NOTHING).entries(),
                sums.values().stream().mapToLong(Sum::entries).sum(),
                recent);
    }

    private static long amount(Map<LedgerKind, Sum> sums, LedgerKind kind) {
        return sums.getOrDefault(kind, Sum.NOTHING).amount();
    }

    private static List<CampaignCurrency> currencies(Handle handle, List<Long> ids) {
        return handle.createQuery("SELECT id, currency FROM campaign WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, _) ->
                        new CampaignCurrency(row.getLong("id"), Currency.getInstance(row.getString("currency"))))
                .list();
    }

    private static Map<Long, Map<LedgerKind, Sum>> sums(Handle handle, List<Long> ids) {
        Map<Long, Map<LedgerKind, Sum>> sums = new HashMap<>();
        handle.createQuery("""
                        SELECT campaign_id, kind, COUNT(*) AS entries, SUM(campaign_amount) AS total
                        FROM ledger WHERE campaign_id IN (<ids>) AND kind IN (<kinds>) GROUP BY campaign_id, kind
                        """)
                .bindList("ids", ids)
                .bindList("kinds", MOVING)
                .map((row, _) -> new Sum(
                        row.getLong("campaign_id"),
                        LedgerKind.valueOf(row.getString("kind")),
                        row.getLong("entries"),
                        row.getBigDecimal("total").longValueExact()))
                .forEach(sum -> sums.computeIfAbsent(sum.campaignId(), _ -> new EnumMap<>(LedgerKind.class))
                        .put(sum.kind(), sum));
        return sums;
    }

    private static Map<Long, Set<Long>> recent(Handle handle, List<Long> ids) {
        Map<Long, Set<Long>> recent = new HashMap<>();
        handle.createQuery("""
                        SELECT l.campaign_id, l.id
                        FROM ledger l LEFT JOIN donation d ON d.id = l.donation_id
                        WHERE l.campaign_id IN (<ids>) AND l.kind IN (<kinds>)
                            AND l.sequence > COALESCE(d.counted_through, 0)
                        """)
                .bindList("ids", ids)
                .bindList("kinds", MOVING)
                .map((row, _) -> new RecentEntry(row.getLong("campaign_id"), row.getLong("id")))
                .forEach(entry -> recent.computeIfAbsent(entry.campaignId(), _ -> new HashSet<>())
                        .add(entry.entryId()));
        return recent;
    }
}
