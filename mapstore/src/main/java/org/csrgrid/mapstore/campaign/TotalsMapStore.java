package org.csrgrid.mapstore.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.writebehind.DeadLetters;
import org.csrgrid.mapstore.writebehind.WriteBehindBatch;

/** The totals' map, written behind. What is loaded is always the fold of the ledger, never the row somebody flushed. */
public final class TotalsMapStore extends TableMapStore<Long, CampaignTotals> {
    private final TotalsDao totals;
    private final CampaignDao campaigns;

    /** @param map name of the map, as it stands in the dead letters */
    public TotalsMapStore(
            String map, ConnectionSource source, DeadLetters deadLetters, TotalsDao totals, CampaignDao campaigns) {
        super(new WriteBehindBatch<>(
                map, source, TotalsRow.table(), value -> Long.toString(value.campaignId()), deadLetters));
        this.totals = totals;
        this.campaigns = campaigns;
    }

    /**
     * Folds the ledger, and puts a row right that a crash left behind the ledger: what is loaded is not dirty, so nobody else would until the
     * campaign's next donation.
     */
    @Override
    public Map<Long, CampaignTotals> loadAll(Collection<Long> campaignIds) {
        Map<Long, CampaignTotals> folded = totals.fold(campaignIds);
        Map<Long, Long> stored = totals.versions(campaignIds);
        Map<Long, CampaignTotals> behind = new HashMap<>(folded);
        behind.values().removeIf(value -> value.version() <= stored.getOrDefault(value.campaignId(), -1L));
        if (!behind.isEmpty()) {
            storeAll(behind);
        }
        return folded;
    }

    /** Every campaign has totals, even before its first donation. */
    @Override
    public Iterable<Long> loadAllKeys() {
        return campaigns.allIds();
    }
}
