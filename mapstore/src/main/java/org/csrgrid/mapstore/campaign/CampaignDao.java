package org.csrgrid.mapstore.campaign;

import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;

/** Reads campaigns. */
public final class CampaignDao {
    private final StoredRows<Campaign> rows;

    public CampaignDao(Reading reading) {
        this.rows = new StoredRows<>(reading, CampaignRow.table(), (row, _) -> CampaignRow.read(row));
    }

    /** The campaigns with these ids that are there, in no order. */
    public List<Campaign> byIds(Collection<Long> ids) {
        return rows.find(ids);
    }

    public List<Long> allIds() {
        return rows.all("id", (row, _) -> row.getLong("id"));
    }
}
