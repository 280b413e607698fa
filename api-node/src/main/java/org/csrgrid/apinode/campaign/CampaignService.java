package org.csrgrid.apinode.campaign;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.FieldError;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.campaign.CampaignPage;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.creation.CreationGrid;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.organization.OrganizationGrid;
import org.csrgrid.grid.user.UserGrid;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns.
 *
 * <pre>
 * curl 'localhost:8080/api/v1/campaigns?status=active&amp;sort=ending_soon'
 * curl -H 'Accept-Language: nl' localhost:8080/api/v1/campaigns/1
 * curl -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: 1' -H 'Content-Type: application/json' \
 *   -d '{"organizationId":"1","title":{"en":"Books"},"description":{"en":"For schools"},"goal":{"amount":"5000.00","currency":"EUR"},
 *   "category":"education","startsAt":"2030-01-01T00:00:00Z","endsAt":"2030-03-01T00:00:00Z"}' localhost:8080/api/v1/campaigns
 * curl -X POST -H "Authorization: Bearer $TOKEN" -H 'If-Match: "v1-0-en-r"' localhost:8080/api/v1/campaigns/1/submit
 * </pre>
 */
public final class CampaignService implements HttpService {

    private final Access access;
    private final CampaignGrid campaigns;
    private final RequestBody bodies;
    private final Cursors cursors;
    private final ApiSettings settings;
    private final InstantSource clock;
    private final CampaignAnswers answers;
    private final CampaignCreation creation;
    private final CampaignActions actions;
    private final CampaignDonations donations;
    private final CampaignFigures figures;

    /** What of the grid campaigns are made of. */
    public record Sources(
            CampaignGrid campaigns,
            OrganizationGrid organizations,
            DonationGrid donations,
            UserGrid users,
            CreationGrid creations,
            JobGrid jobs,
            CachedAnalytics analytics,
            GridIds ids) {}

    public CampaignService(
            Access access,
            Sources sources,
            RequestBody bodies,
            Cursors cursors,
            ApiSettings settings,
            InstantSource clock) {
        this.access = access;
        campaigns = sources.campaigns();
        this.bodies = bodies;
        this.cursors = cursors;
        this.settings = settings;
        this.clock = clock;
        answers = new CampaignAnswers(campaigns, sources.analytics());
        creation = new CampaignCreation(sources, answers, bodies, clock);
        actions = new CampaignActions(campaigns, sources.organizations(), sources.jobs(), answers, bodies, clock);
        donations = new CampaignDonations(answers, sources.donations(), sources.users(), cursors, settings);
        figures = new CampaignFigures(answers, sources.analytics());
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/")
                .get(access.open(this::list))
                .post(access.permitted(Permission.CREATE_CAMPAIGN, creation::create))
                .others();
        Route.at(rules, "/{id}")
                .get(access.open(this::get))
                .patch(access.signedIn(this::patch))
                .others();
        Route.at(rules, "/{id}/donations").get(access.open(donations::list)).others();
        Route.at(rules, "/{id}/statistics").get(access.open(figures::get)).others();
        Route.at(rules, "/{id}/submit").post(act(new CampaignAction.Submit())).others();
        Route.at(rules, "/{id}/approve")
                .post(access.permitted(Permission.APPROVE_CAMPAIGN, actions::approve))
                .others();
        Route.at(rules, "/{id}/reject")
                .post(access.permitted(Permission.APPROVE_CAMPAIGN, actions::reject))
                .others();
        Route.at(rules, "/{id}/pause").post(act(new CampaignAction.Pause())).others();
        Route.at(rules, "/{id}/resume").post(act(new CampaignAction.Resume())).others();
        Route.at(rules, "/{id}/complete")
                .post(act(new CampaignAction.Complete()))
                .others();
        Route.at(rules, "/{id}/cancel").post(act(new CampaignAction.Cancel())).others();
    }

    private Handler act(CampaignAction action) {
        return access.signedIn(actions.handler(action));
    }

    private void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        CampaignList list = CampaignList.of(request, viewer, cursors, settings);
        CampaignPage page = campaigns.list(list.query());
        Optional<String> cursor = list.cursor(cursors, Optional.ofNullable(page.next()));
        answers.page(request, response, viewer, page.campaigns(), cursor);
    }

    private void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        answers.one(request, response, viewer, answers.visible(request, viewer));
    }

    private void patch(ServerRequest request, ServerResponse response, Viewer viewer) {
        Campaign campaign = answers.visible(request, viewer);
        if (!CampaignAccess.mayRun(campaign, viewer)) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        AuditNotes.of(request).before(campaign);
        EntityTags.requireMatch(request, campaign.version());
        CampaignRequest wanted = bodies.patch(
                request, CampaignForm.of(campaign.organizationId(), campaign.content()), CampaignRequest.class);
        if (wanted.organizationId() != campaign.organizationId()) {
            throw invalid("/organizationId", "expected: unchanged");
        }
        requirePromotion(campaign.content(), wanted.content(), viewer);
        answers.changed(
                request,
                response,
                viewer,
                campaigns.edit(campaign.id(), campaign.version(), wanted.content(), Times.now(clock)));
    }

    /** Only platform administrators put a campaign before others. */
    static void requirePromotion(@Nullable CampaignContent before, CampaignContent after, Viewer viewer) {
        boolean featured = before != null && before.featured();
        int priority = before == null ? 0 : before.priority();
        boolean promoted = after.featured() != featured || after.priority() != priority;
        if (promoted && !viewer.may(Permission.RUN_ANY_CAMPAIGN)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only platform administrators set featured and priority.")
                    .asException();
        }
    }

    static RuntimeException invalid(String pointer, String detail) {
        return Problem.invalid(List.of(FieldError.body(pointer, detail))).asException();
    }
}
