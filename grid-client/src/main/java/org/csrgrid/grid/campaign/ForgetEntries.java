package org.csrgrid.grid.campaign;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.jspecify.annotations.Nullable;

/** Lets a campaign's totals stop remembering entries their donation records as counted. Atomic over the totals; a repeat is harmless. */
public record ForgetEntries(Set<Long> entryIds) implements EntryProcessor<Long, CampaignTotals, @Nullable Void> {

    public ForgetEntries {
        entryIds = Set.copyOf(entryIds);
    }

    @Override
    public @Nullable Void process(Map.Entry<Long, CampaignTotals> entry) {
        CampaignTotals totals = entry.getValue();
        if (totals != null) {
            entry.setValue(totals.forget(entryIds));
        }
        return null;
    }
}
