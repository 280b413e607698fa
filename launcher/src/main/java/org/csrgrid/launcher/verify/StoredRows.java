package org.csrgrid.launcher.verify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csrgrid.domain.match.MatchProgramme;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads what MySQL holds beside the ledger, all from one snapshot. */
final class StoredRows {

    private static final RowMapper<StoredDonation> DONATION = (row, _) -> new StoredDonation(
            row.getLong("id"),
            row.getLong("campaign_id"),
            row.getString("status"),
            row.getString("stray"),
            row.getLong("refunded"),
            row.getLong("campaign_refunded"),
            row.getInt("sequence"),
            row.getInt("counted_through"),
            row.getLong("version"));

    private static final RowMapper<CampaignRow> CAMPAIGN = (row, _) -> new CampaignRow(
            row.getLong("id"),
            row.getLong("organization_id"),
            row.getString("slug"),
            LedgerPages.money(row, "goal", "currency"),
            row.getString("status"),
            row.getLong("version"));

    private static final RowMapper<Map.Entry<Long, CampaignFigures>> TOTALS = (row, _) -> Map.entry(
            row.getLong("campaign_id"),
            new CampaignFigures(
                    row.getString("currency"),
                    row.getLong("captured"),
                    row.getLong("refunded"),
                    row.getLong("disputes_lost"),
                    row.getLong("matched"),
                    row.getLong("match_reversed"),
                    row.getLong("donations"),
                    row.getLong("version")));

    private static final RowMapper<MatchProgramme> PROGRAMME = (row, _) -> new MatchProgramme(
            row.getLong("id"),
            row.getLong("organization_id"),
            row.getInt("programme_year"),
            row.getInt("rate_percent"),
            LedgerPages.money(row, "cap_per_employee", "currency"),
            LedgerPages.money(row, "budget", "currency"),
            row.getLong("version"));

    private final Handle snapshot;

    StoredRows(Handle snapshot) {
        this.snapshot = snapshot;
    }

    Map<Long, StoredDonation> donations(Collection<Long> ids) {
        return snapshot.createQuery("SELECT * FROM donation WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map(DONATION)
                .collect(Collectors.toMap(StoredDonation::id, row -> row));
    }

    /** Donations without a single row of the ledger. */
    List<StoredDonation> withoutLedger(int limit) {
        return snapshot.createQuery("""
                        SELECT d.* FROM donation d
                        WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.donation_id = d.id) LIMIT :limit
                        """).bind("limit", limit).map(DONATION).list();
    }

    List<CampaignRow> campaigns(long after, int limit) {
        return snapshot.createQuery("SELECT * FROM campaign WHERE id > :after ORDER BY id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(CAMPAIGN)
                .list();
    }

    Map<Long, CampaignFigures> totals(Collection<Long> campaignIds) {
        return snapshot.createQuery("SELECT * FROM campaign_totals WHERE campaign_id IN (<ids>)")
                .bindList("ids", List.copyOf(campaignIds))
                .map(TOTALS)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<Long, MatchProgramme> programmes() {
        return snapshot.createQuery("SELECT * FROM match_programme")
                .map(PROGRAMME)
                .collect(Collectors.toMap(MatchProgramme::id, programme -> programme));
    }

    long deadLetters() {
        return snapshot.createQuery("SELECT COUNT(*) FROM dead_letter")
                .mapTo(Long.class)
                .one();
    }
}
