package org.csrgrid.grid.campaign;

import java.util.Set;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.user.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns to list, for whom, and from where on.
 *
 * @param statuses empty means any
 * @param organizationId 0 means any
 * @param organizerId 0 means any
 * @param category a category's slug, or null for any
 * @param after list only what comes after this position, or null for the first page
 * @param limit at least 1
 */
public record CampaignQuery(
        Viewer viewer,
        Set<CampaignStatus> statuses,
        long organizationId,
        long organizerId,
        @Nullable String category,
        boolean featuredOnly,
        CampaignSort sort,
        @Nullable CampaignPosition after,
        int limit) {

    public CampaignQuery {
        statuses = Set.copyOf(statuses);
    }

    /** The same as somebody else sees it. */
    public CampaignQuery seenBy(Viewer other) {
        return new CampaignQuery(
                other, statuses, organizationId, organizerId, category, featuredOnly, sort, after, limit);
    }

    boolean matches(Campaign campaign) {
        return (statuses.isEmpty() || statuses.contains(campaign.status()))
                && (organizationId == 0 || organizationId == campaign.organizationId())
                && (organizerId == 0 || organizerId == campaign.organizerId())
                && (category == null || category.equals(campaign.content().category()))
                && (!featuredOnly || campaign.content().featured())
                && (after == null || after.compareTo(sort.positionOf(campaign)) < 0)
                && CampaignAccess.maySee(campaign, viewer);
    }

    /** The position to continue from after {@code last}. */
    public CampaignPosition positionAfter(Campaign last) {
        return sort.positionOf(last);
    }
}
