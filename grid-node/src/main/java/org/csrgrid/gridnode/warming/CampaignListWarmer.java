package org.csrgrid.gridnode.warming;

import java.util.List;
import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.campaign.CampaignPage;
import org.csrgrid.grid.campaign.CampaignQuery;
import org.csrgrid.grid.campaign.CampaignSort;

/** Reads the first page of the public campaigns in every order, with their totals, so that neither is loaded when the first visitor comes. */
public final class CampaignListWarmer implements CacheWarmer {

    private static final int PAGE = 100;

    private final CampaignGrid campaigns;

    public CampaignListWarmer(CampaignGrid campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String name() {
        return "campaign-lists";
    }

    @Override
    public void warm(Progress progress) throws InterruptedException {
        List<CampaignSort> sorts = List.of(CampaignSort.values());
        for (int done = 0; done < sorts.size(); done++) {
            progress.at(done, sorts.size());
            CampaignPage page = campaigns.list(new CampaignQuery(
                    Viewer.ANONYMOUS, Set.of(CampaignStatus.ACTIVE), 0, 0, null, false, sorts.get(done), null, PAGE));
            campaigns.totals(page.campaigns().stream().map(Campaign::id).toList());
        }
        progress.at(sorts.size(), sorts.size());
    }
}
