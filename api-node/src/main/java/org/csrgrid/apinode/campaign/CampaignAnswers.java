package org.csrgrid.apinode.campaign;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Languages;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.content.CachedContent;

/** Finds campaigns for those who may see them and answers with them. */
final class CampaignAnswers {

    private final CampaignGrid campaigns;
    private final CachedAnalytics analytics;
    private final CachedContent content;
    private final CampaignRenderer renderer = new CampaignRenderer();

    CampaignAnswers(CampaignGrid campaigns, CachedAnalytics analytics, CachedContent content) {
        this.campaigns = campaigns;
        this.analytics = analytics;
        this.content = content;
    }

    /** The campaign of the path; one the viewer may not see does not exist for them. */
    Campaign visible(ServerRequest request, Viewer viewer) {
        Campaign campaign = campaigns.find(Ids.ofPath(request)).orElse(null);
        if (campaign == null || !CampaignAccess.maySee(campaign, viewer)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return campaign;
    }

    void one(ServerRequest request, ServerResponse response, Viewer viewer, Campaign campaign) {
        one(request, response, viewer, campaign, totals(campaign));
    }

    /** What the campaign has raised by now. */
    CampaignTotals totals(Campaign campaign) {
        return campaigns.totals(campaign.id()).orElseGet(() -> none(campaign));
    }

    private void one(
            ServerRequest request, ServerResponse response, Viewer viewer, Campaign campaign, CampaignTotals totals) {
        String language = Languages.choose(
                Languages.preferred(request), campaign.content().title());
        boolean runs = viewer.isSignedIn() && CampaignAccess.mayRun(campaign, viewer);
        response.header(Headers.VARY_BY_LANGUAGE_AND_PERSON);
        response.header(viewer.isSignedIn() ? Headers.REVALIDATE_PRIVATELY : Headers.REVALIDATE);
        RenderedCampaign rendered = renderer.render(campaign, totals, new CampaignVariant(language, runs, false));
        if (EntityTags.isUnchanged(request, response, rendered.tag())) {
            return;
        }
        response.header(Headers.contentLanguage(language));
        response.header(Headers.JSON);
        rendered.body().send(response);
    }

    /** A new campaign, which has no totals yet. */
    void created(ServerRequest request, ServerResponse response, Viewer viewer, Campaign campaign) {
        tellOfChange(campaign);
        response.status(Status.CREATED_201);
        response.header(HeaderValues.create(HeaderNames.LOCATION, "/api/v1/campaigns/" + campaign.id()));
        one(request, response, viewer, campaign, none(campaign));
    }

    /** Before the change is answered, so that whoever made it sees it in the lists. */
    private void tellOfChange(Campaign campaign) {
        content.campaignChanged(campaign);
        analytics.campaignChanged(campaign.id());
    }

    void changed(ServerRequest request, ServerResponse response, Viewer viewer, CampaignChange change) {
        switch (change) {
            case CampaignChange.Changed changed -> {
                tellOfChange(changed.campaign());
                one(request, response, viewer, changed.campaign());
            }
            case CampaignChange.NotFound _ -> Problem.of(ProblemType.NOT_FOUND).send(request, response);
            case CampaignChange.VersionMismatch _ ->
                Problem.of(ProblemType.VERSION_MISMATCH).send(request, response);
            case CampaignChange.NotAllowed refused ->
                Problem.of(
                                ProblemType.ILLEGAL_TRANSITION,
                                refused.from() == refused.to()
                                        ? "A campaign that is %s cannot be changed in this way."
                                                .formatted(refused.from().jsonName())
                                        : "A campaign that is %s cannot become %s."
                                                .formatted(
                                                        refused.from().jsonName(),
                                                        refused.to().jsonName()))
                        .send(request, response);
        }
    }

    private static CampaignTotals none(Campaign campaign) {
        return CampaignTotals.none(campaign.id(), campaign.content().goal().currency());
    }
}
