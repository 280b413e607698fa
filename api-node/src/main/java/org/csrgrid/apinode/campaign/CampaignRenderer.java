package org.csrgrid.apinode.campaign;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;

/**
 * Campaigns as bytes. What a campaign says is kept rendered until it changes, and with its totals until they do; both are told by their versions. Safe
 * for use by many threads.
 */
final class CampaignRenderer {

    private static final int MOST_KEPT = 10_000;

    private final Map<Key, Rendered> kept = new ConcurrentHashMap<>();

    private record Key(long id, CampaignVariant variant) {}

    /**
     * @param content the object without totals and closing brace
     * @param whole the object with the totals of {@code totalsVersion}
     */
    private record Rendered(Campaign campaign, byte[] content, long totalsVersion, byte[] whole) {

        boolean isOf(Campaign other) {
            return campaign == other
                    || (campaign.version() == other.version()
                            && campaign.updatedAt().equals(other.updatedAt()));
        }
    }

    /** The caller must not change the bytes. */
    byte[] render(Campaign campaign, CampaignTotals totals, CampaignVariant variant) {
        Key key = new Key(campaign.id(), variant);
        Rendered rendered = kept.get(key);
        if (rendered == null || !rendered.isOf(campaign)) {
            return keep(key, campaign, content(campaign, variant), totals);
        }
        return rendered.totalsVersion() == totals.version()
                ? rendered.whole()
                : keep(key, campaign, rendered.content(), totals);
    }

    private static byte[] content(Campaign campaign, CampaignVariant variant) {
        byte[] json = Json.write(out -> CampaignJson.writeContent(out, campaign, variant));
        return Arrays.copyOf(json, json.length - 1);
    }

    private static byte[] append(byte[] content, CampaignTotals totals) {
        byte[] tail = Json.write(json -> CampaignJson.writeTotals(json, totals));
        byte[] whole = Arrays.copyOf(content, content.length + tail.length);
        System.arraycopy(tail, 0, whole, content.length, tail.length);
        whole[content.length] = ',';
        return whole;
    }

    private byte[] keep(Key key, Campaign campaign, byte[] content, CampaignTotals totals) {
        byte[] whole = append(content, totals);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Rendered(campaign, content, totals.version(), whole));
        return whole;
    }
}
