package org.csrgrid.domain.campaign;

import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;

/** Who may see and run a campaign. */
public final class CampaignAccess {

    private CampaignAccess() {}

    /** Public campaigns are for everybody, organization-wide ones for everybody signed in, the rest for those who run them. */
    public static boolean maySee(Campaign campaign, Viewer viewer) {
        if (mayRun(campaign, viewer)) {
            return true;
        }
        if (!campaign.status().isPublished()) {
            return false;
        }
        return switch (campaign.content().visibility()) {
            case PUBLIC -> true;
            case ORGANIZATION -> viewer.isSignedIn();
            case PRIVATE -> false;
        };
    }

    /** The organizer, the admins of its organization and platform admins. */
    public static boolean mayRun(Campaign campaign, Viewer viewer) {
        return (viewer.isSignedIn() && campaign.organizerId() == viewer.userId())
                || viewer.runs(campaign.organizationId())
                || viewer.may(Permission.RUN_ANY_CAMPAIGN);
    }

    /** Approving and rejecting needs the permission and is not for the organizer's own campaign; everything else is for those who run it. */
    public static boolean mayAct(Campaign campaign, CampaignAction action, Viewer viewer) {
        return switch (action) {
            case CampaignAction.Approve _, CampaignAction.Reject _ ->
                viewer.may(Permission.APPROVE_CAMPAIGN) && campaign.organizerId() != viewer.userId();
            default -> mayRun(campaign, viewer);
        };
    }
}
