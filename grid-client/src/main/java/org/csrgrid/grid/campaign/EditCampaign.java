package org.csrgrid.grid.campaign;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignContent;

/** Replaces a campaign's content, if it still is the version the caller saw. Atomic over the campaign; a repeat answers a version mismatch. */
public record EditCampaign(long expectedVersion, CampaignContent content, Instant now)
        implements EntryProcessor<Long, Campaign, CampaignChange> {

    @Override
    public CampaignChange process(Map.Entry<Long, Campaign> entry) {
        return Guarded.change(entry, expectedVersion, campaign -> campaign.edit(content, now));
    }
}
