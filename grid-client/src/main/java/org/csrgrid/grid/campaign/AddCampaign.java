package org.csrgrid.grid.campaign;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;

/** Adds a campaign unless it is there, however it has changed since. Atomic over the campaign; a repeat is harmless. Answers whether it was added. */
public record AddCampaign(Campaign campaign) implements EntryProcessor<Long, Campaign, Boolean> {

    @Override
    public Boolean process(Map.Entry<Long, Campaign> entry) {
        boolean absent = entry.getValue() == null;
        if (absent) {
            entry.setValue(campaign);
        }
        return absent;
    }
}
