package org.csrgrid.mapstore.campaign;

import java.util.Collection;
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

    @Override
    public Map<Long, CampaignTotals> loadAll(Collection<Long> campaignIds) {
        return totals.fold(campaignIds);
    }

    /** Every campaign has totals, even before its first donation. */
    @Override
    public Iterable<Long> loadAllKeys() {
        return campaigns.allIds();
    }
}
