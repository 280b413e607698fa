package org.csrgrid.apinode.campaign;

import java.util.Arrays;
import org.csrgrid.apinode.http.EntityTag;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Representation;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.jspecify.annotations.Nullable;

/** One representation of a campaign with its totals. Its tag is there from the start, its bytes are made when somebody needs them. Safe for many threads. */
final class RenderedCampaign {

    private final Campaign campaign;
    private final CampaignTotals totals;
    private final CampaignVariant variant;
    private final EntityTag tag;
    private volatile byte @Nullable [] content;
    private volatile @Nullable Representation body;

    /** @param before the same representation with other totals or of another version; null if there is none */
    RenderedCampaign(
            Campaign campaign, CampaignTotals totals, CampaignVariant variant, @Nullable RenderedCampaign before) {
        this.campaign = campaign;
        this.totals = totals;
        this.variant = variant;
        content = before != null && before.isOf(campaign) ? before.content : null;
        tag = EntityTag.of("\"v%d-%d-%s-%s\""
                .formatted(campaign.version(), totals.version(), variant.language(), variant.runs() ? "r" : "p"));
    }

    boolean isOf(Campaign other, CampaignTotals others) {
        return totals.version() == others.version() && isOf(other);
    }

    private boolean isOf(Campaign other) {
        return campaign == other
                || (campaign.version() == other.version()
                        && campaign.updatedAt().equals(other.updatedAt()));
    }

    EntityTag tag() {
        return tag;
    }

    Representation body() {
        Representation made = body;
        if (made == null) {
            made = new Representation(withTotals(content(), totals));
            body = made;
        }
        return made;
    }

    private byte[] content() {
        byte[] made = content;
        if (made == null) {
            made = content(campaign, variant);
            content = made;
        }
        return made;
    }

    /** The object without totals and closing brace. */
    static byte[] content(Campaign campaign, CampaignVariant variant) {
        byte[] json = Json.write(out -> CampaignJson.writeContent(out, campaign, variant));
        return Arrays.copyOf(json, json.length - 1);
    }

    /** The whole object. */
    static byte[] withTotals(byte[] content, CampaignTotals totals) {
        byte[] tail = Json.write(json -> CampaignJson.writeTotals(json, totals));
        byte[] whole = Arrays.copyOf(content, content.length + tail.length);
        System.arraycopy(tail, 0, whole, content.length, tail.length);
        whole[content.length] = ',';
        return whole;
    }
}
