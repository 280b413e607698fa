package org.csrgrid.apinode.campaign;

import java.util.List;
import java.util.Set;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.campaign.CampaignQuery;
import org.csrgrid.grid.campaign.CampaignSort;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.content.CampaignCards;

/** Who sees the same campaigns, so that they can share what is cached: nearly everybody, but for those who run some. */
final class CampaignSight {

    /** Signed in and nobody in particular. */
    private static final Viewer SOMEBODY = new Viewer(-1, Set.of(Role.EMPLOYEE), 0);

    private static final Seen NOBODY = new Seen("nobody", Viewer.ANONYMOUS);
    private static final Seen ANYBODY = new Seen("anybody", SOMEBODY);

    private final CampaignGrid campaigns;
    private final CachedContent content;

    /**
     * What one sees together with others.
     *
     * @param name the same for all who see the same
     * @param viewer to be shown lists for all of them
     */
    record Seen(String name, Viewer viewer) {}

    CampaignSight(CampaignGrid campaigns, CachedContent content) {
        this.campaigns = campaigns;
        this.content = content;
    }

    Seen of(Viewer viewer) {
        if (!viewer.isSignedIn()) {
            return NOBODY;
        }
        if (viewer.may(Permission.RUN_ANY_CAMPAIGN)) {
            return new Seen("everything", viewer);
        }
        return viewer.runs(viewer.organizationId()) || organizesSome(viewer) ? new Seen(name(viewer), viewer) : ANYBODY;
    }

    /** Roles are in the name, so that who loses one loses what was shown to it. */
    private static String name(Viewer viewer) {
        List<String> roles = viewer.roles().stream().map(Enum::name).sorted().toList();
        return "person/%d/%d/%s".formatted(viewer.userId(), viewer.organizationId(), String.join("+", roles));
    }

    /** Known until they make a campaign. */
    private boolean organizesSome(Viewer viewer) {
        var some = new CampaignQuery(viewer, Set.of(), 0, viewer.userId(), null, false, CampaignSort.NEWEST, null, 1);
        CampaignCards first = content.campaigns("organizes:" + viewer.userId(), _ -> Loaded.value(first(some))
                .tagged(CachedContent.ofOrganizer(viewer.userId())));
        return !first.cards().isEmpty();
    }

    private CampaignCards first(CampaignQuery query) {
        return CampaignCards.of(
                campaigns.list(query).campaigns().stream()
                        .map(campaign -> new CampaignCards.Card(
                                campaign.id(), campaign.content().goal().currencyCode(), new byte[0]))
                        .toList(),
                null);
    }
}
