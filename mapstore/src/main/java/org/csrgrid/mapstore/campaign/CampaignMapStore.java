package org.csrgrid.mapstore.campaign;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** The campaigns' map, written through; a taken slug is a {@link org.csrgrid.grid.ledger.DuplicateEntryException}. */
public final class CampaignMapStore extends TableMapStore<Long, Campaign> {
    private final CampaignDao dao;

    public CampaignMapStore(ConnectionSource source, CampaignDao dao) {
        super(new WriteThroughRows<>(source, CampaignRow.table()));
        this.dao = dao;
    }

    @Override
    public Map<Long, Campaign> loadAll(Collection<Long> ids) {
        return dao.byIds(ids).stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
    }

    @Override
    public Iterable<Long> loadAllKeys() {
        return dao.allIds();
    }
}
