package org.csrgrid.launcher.verify;

import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.money.Money;

/** What grid and MySQL both hold of a campaign. */
record CampaignRow(long id, long organizationId, String slug, Money goal, String status, long version) {

    static CampaignRow of(Campaign campaign) {
        return new CampaignRow(
                campaign.id(),
                campaign.organizationId(),
                campaign.slug(),
                campaign.content().goal(),
                campaign.status().name(),
                campaign.version());
    }

    void addTo(Checksum checksum) {
        checksum.add(id, organizationId, slug, goal.toString(), status, version);
    }
}
