package org.csrgrid.grid.live;

import java.time.Instant;
import org.csrgrid.domain.campaign.CampaignStatus;

/** A campaign was edited or is in another state. */
public record CampaignMoved(long campaignId, long organizationId, CampaignStatus status, long version, Instant at)
        implements LiveEvent {

    @Override
    public LiveRing ring() {
        return LiveRing.CAMPAIGNS;
    }
}
