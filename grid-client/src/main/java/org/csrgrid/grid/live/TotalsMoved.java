package org.csrgrid.grid.live;

import java.time.Instant;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign has raised by now.
 *
 * @param donations how many were captured
 * @param version of the totals; a lower one is older
 * @param latest the last donation that was settled, in its own currency; null if the last settlement was none of a captured donation
 * @param donorId who gave it, 0 if that is nobody's business
 */
public record TotalsMoved(
        long campaignId,
        long organizationId,
        Money raised,
        Money goal,
        long donations,
        long version,
        @Nullable Money latest,
        long donorId,
        Instant at)
        implements LiveEvent {

    /** The state of a campaign, of which nobody gave last. */
    public static TotalsMoved of(Campaign campaign, CampaignTotals totals, Instant at) {
        return new TotalsMoved(
                campaign.id(),
                campaign.organizationId(),
                totals.raised(),
                campaign.content().goal(),
                totals.donations(),
                totals.version(),
                null,
                0,
                at);
    }

    /** The same with the donation that was settled last. */
    public TotalsMoved after(Money amount, long donor) {
        return new TotalsMoved(campaignId, organizationId, raised, goal, donations, version, amount, donor, at);
    }

    @Override
    public LiveRing ring() {
        return LiveRing.CAMPAIGNS;
    }
}
