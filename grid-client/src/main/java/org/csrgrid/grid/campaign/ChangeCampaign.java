package org.csrgrid.grid.campaign;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignChange;

/**
 * Moves a campaign through its life, if it still is the version the caller saw. Atomic over the campaign. A repeat answers
 * {@link CampaignChange.VersionMismatch}, since the first try changed the version.
 */
public record ChangeCampaign(long expectedVersion, CampaignAction action, Instant now)
        implements EntryProcessor<Long, Campaign, CampaignChange> {

    @Override
    public CampaignChange process(Map.Entry<Long, Campaign> entry) {
        return Guarded.change(entry, expectedVersion, campaign -> campaign.change(action, now));
    }
}
