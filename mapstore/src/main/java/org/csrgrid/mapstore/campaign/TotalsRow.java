package org.csrgrid.mapstore.campaign;

import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** A campaign's totals as a row of {@code campaign_totals}; written for readers of the database, never loaded. */
final class TotalsRow {

    private static final List<String> VALUE_COLUMNS =
            List.of("currency", "captured", "refunded", "disputes_lost", "matched", "match_reversed", "donations");

    private TotalsRow() {}

    static VersionedTable<CampaignTotals> table() {
        return new VersionedTable<>(
                "campaign_totals", "campaign_id", VALUE_COLUMNS, List.of("version"), TotalsRow::values);
    }

    private static List<@Nullable Object> values(CampaignTotals totals) {
        return Arrays.asList(
                totals.campaignId(),
                totals.currency().getCurrencyCode(),
                totals.captured(),
                totals.refunded(),
                totals.disputesLost(),
                totals.matched(),
                totals.matchReversed(),
                totals.donations(),
                totals.version());
    }
}
