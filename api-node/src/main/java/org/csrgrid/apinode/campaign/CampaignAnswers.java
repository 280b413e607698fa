package org.csrgrid.apinode.campaign;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Languages;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.campaign.CampaignGrid;

/** Finds campaigns for those who may see them and answers with them. */
final class CampaignAnswers {

    private final CampaignGrid campaigns;
    private final CachedAnalytics analytics;
    private final CampaignRenderer renderer = new CampaignRenderer();

    CampaignAnswers(CampaignGrid campaigns, CachedAnalytics analytics) {
        this.campaigns = campaigns;
        this.analytics = analytics;
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
        if (EntityTags.isUnchanged(request, response, tag(campaign, totals, language, runs))) {
            return;
        }
        response.header(Headers.contentLanguage(language));
        response.header(Headers.JSON);
        response.send(renderer.render(campaign, totals, new CampaignVariant(language, runs, false)));
    }

    /** A new campaign, which has no totals yet. */
    void created(ServerRequest request, ServerResponse response, Viewer viewer, Campaign campaign) {
        AuditNotes.of(request).object("campaign", Long.toString(campaign.id())).after(campaign);
        analytics.campaignChanged(campaign.id());
        response.status(Status.CREATED_201);
        response.header(HeaderValues.create(HeaderNames.LOCATION, "/api/v1/campaigns/" + campaign.id()));
        one(request, response, viewer, campaign, none(campaign));
    }

    void changed(ServerRequest request, ServerResponse response, Viewer viewer, CampaignChange change) {
        switch (change) {
            case CampaignChange.Changed changed -> {
                AuditNotes.of(request).after(changed.campaign());
                analytics.campaignChanged(changed.campaign().id());
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

    void page(
            ServerRequest request,
            ServerResponse response,
            Viewer viewer,
            List<Campaign> page,
            Optional<String> cursor) {
        Map<Long, CampaignTotals> totals = page.isEmpty()
                ? Map.of()
                : campaigns.totals(page.stream().map(Campaign::id).toList());
        List<String> preferred = Languages.preferred(request);
        var body = new ByteArrayOutputStream(1024 * (page.size() + 1));
        body.writeBytes(ascii("{\"items\":["));
        for (Campaign campaign : page) {
            if (campaign != page.getFirst()) {
                body.write(',');
            }
            String language = Languages.choose(preferred, campaign.content().title());
            body.writeBytes(renderer.render(
                    campaign,
                    totals.getOrDefault(campaign.id(), none(campaign)),
                    new CampaignVariant(language, false, true)));
        }
        Optional<String> next = NextPage.announce(request, response, cursor);
        body.writeBytes(ascii("],\"next\":"));
        body.writeBytes(Json.write(json -> json.writeObject(next.orElse(null))));
        body.write('}');
        response.header(Headers.VARY_BY_LANGUAGE_AND_PERSON);
        response.header(viewer.isSignedIn() ? Headers.REVALIDATE_PRIVATELY : Headers.REVALIDATE);
        response.header(Headers.JSON);
        response.send(body.toByteArray());
    }

    private static String tag(Campaign campaign, CampaignTotals totals, String language, boolean runs) {
        return "\"v" + campaign.version() + '-' + totals.version() + '-' + language + (runs ? "-r\"" : "-p\"");
    }

    private static CampaignTotals none(Campaign campaign) {
        return CampaignTotals.none(campaign.id(), campaign.content().goal().currency());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
