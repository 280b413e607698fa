package org.csrgrid.apinode.campaign;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;

/** Campaigns as bytes. What a campaign says is kept rendered until it changes; its totals are added anew each time. Safe for use by many threads. */
final class CampaignRenderer {

    private static final int MOST_KEPT = 10_000;

    private final Map<Key, Rendered> kept = new ConcurrentHashMap<>();

    private record Key(long id, CampaignVariant variant) {}

    /** @param json the object without its closing brace */
    private record Rendered(Campaign campaign, byte[] json) {

        boolean isOf(Campaign other) {
            return campaign == other
                    || (campaign.version() == other.version()
                            && campaign.updatedAt().equals(other.updatedAt()));
        }
    }

    byte[] render(Campaign campaign, CampaignTotals totals, CampaignVariant variant) {
        byte[] content = content(campaign, variant);
        byte[] tail = Json.write(json -> CampaignJson.writeTotals(json, totals));
        byte[] whole = Arrays.copyOf(content, content.length + tail.length);
        System.arraycopy(tail, 0, whole, content.length, tail.length);
        whole[content.length] = ',';
        return whole;
    }

    private byte[] content(Campaign campaign, CampaignVariant variant) {
        Key key = new Key(campaign.id(), variant);
        Rendered rendered = kept.get(key);
        if (rendered == null || !rendered.isOf(campaign)) {
            byte[] json = Json.write(out -> CampaignJson.writeContent(out, campaign, variant));
            rendered = new Rendered(campaign, Arrays.copyOf(json, json.length - 1));
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(key, rendered);
        }
        return rendered.json();
    }
}
