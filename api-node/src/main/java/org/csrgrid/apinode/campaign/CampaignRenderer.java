package org.csrgrid.apinode.campaign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;

/**
 * Campaigns as bytes. What a campaign says is kept rendered until it changes, and with its totals until they do; both are told by their versions. Safe
 * for use by many threads.
 */
final class CampaignRenderer {

    private static final int MOST_KEPT = 10_000;

    private final Map<Key, RenderedCampaign> kept = new ConcurrentHashMap<>();

    private record Key(long id, CampaignVariant variant) {}

    RenderedCampaign render(Campaign campaign, CampaignTotals totals, CampaignVariant variant) {
        Key key = new Key(campaign.id(), variant);
        RenderedCampaign known = kept.get(key);
        if (known != null && known.isOf(campaign, totals)) {
            return known;
        }
        var made = new RenderedCampaign(campaign, totals, variant, known);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, made);
        return made;
    }
}
