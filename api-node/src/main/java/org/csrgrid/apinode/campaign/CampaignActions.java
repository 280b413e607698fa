package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.csrgrid.apinode.auth.ViewerHandler;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.grid.organization.OrganizationGrid;
import org.jspecify.annotations.Nullable;

/** Moves a campaign through its life. */
final class CampaignActions {

    private final CampaignGrid campaigns;
    private final OrganizationGrid organizations;
    private final JobGrid jobs;
    private final CampaignAnswers answers;
    private final RequestBody bodies;
    private final InstantSource clock;

    CampaignActions(
            CampaignGrid campaigns,
            OrganizationGrid organizations,
            JobGrid jobs,
            CampaignAnswers answers,
            RequestBody bodies,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.jobs = jobs;
        this.answers = answers;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Why a campaign is rejected. */
    record RejectRequest(String reason) {

        private static final int LIMIT = 1_000;

        @JsonCreator
        static RejectRequest of(@JsonProperty("reason") @Nullable String reason) {
            var violations = new Violations();
            var request = new RejectRequest(violations.text("/reason", reason, LIMIT));
            violations.refuse();
            return request;
        }
    }

    /** The handler of an action that needs to know nothing. */
    ViewerHandler handler(CampaignAction action) {
        return (request, response, viewer) -> act(request, response, viewer, action);
    }

    void approve(ServerRequest request, ServerResponse response, Viewer viewer) {
        act(request, response, viewer, new CampaignAction.Approve(viewer.userId()));
    }

    void reject(ServerRequest request, ServerResponse response, Viewer viewer) {
        String reason = bodies.read(request, RejectRequest.class).reason();
        act(request, response, viewer, new CampaignAction.Reject(viewer.userId(), reason));
    }

    private void act(ServerRequest request, ServerResponse response, Viewer viewer, CampaignAction action) {
        Campaign campaign = answers.visible(request, viewer);
        AuditNotes.of(request).before(campaign);
        if (!CampaignAccess.mayAct(campaign, action, viewer)) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        EntityTags.requireMatch(request, campaign.version());
        if (action instanceof CampaignAction.Approve && !isOrganizationActive(campaign)) {
            throw Problem.of(ProblemType.ORGANIZATION_NOT_ACTIVE).asException();
        }
        Instant now = Times.now(clock);
        if (action instanceof CampaignAction.Submit && action.isPossibleIn(campaign.status())) {
            jobs.enqueue(NotificationJobs.approvalNeeded(campaign.id(), campaign.version(), now));
        }
        answers.changed(request, response, viewer, campaigns.change(campaign.id(), campaign.version(), action, now));
    }

    private boolean isOrganizationActive(Campaign campaign) {
        return organizations
                .find(campaign.organizationId())
                .filter(organization -> organization.status() == Organization.Status.ACTIVE)
                .isPresent();
    }
}
