package org.csrgrid.grid.campaign;

import java.util.List;
import org.csrgrid.domain.campaign.Campaign;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins, or null after the last */
public record CampaignPage(
        List<Campaign> campaigns, @Nullable CampaignPosition next) {

    public CampaignPage {
        campaigns = List.copyOf(campaigns);
    }
}
