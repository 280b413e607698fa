package org.csrgrid.grid.campaign;

import java.util.Map;
import java.util.function.Function;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignChange;

/** What every change of a campaign has in common: it is there, and nobody changed it in between. */
final class Guarded {

    private Guarded() {}

    static CampaignChange change(
            Map.Entry<Long, Campaign> entry, long expectedVersion, Function<Campaign, CampaignChange> rule) {
        Campaign campaign = entry.getValue();
        if (campaign == null) {
            return new CampaignChange.NotFound();
        }
        if (campaign.version() != expectedVersion) {
            return new CampaignChange.VersionMismatch(campaign.version());
        }
        CampaignChange change = rule.apply(campaign);
        if (change instanceof CampaignChange.Changed changed) {
            entry.setValue(changed.campaign());
        }
        return change;
    }
}
