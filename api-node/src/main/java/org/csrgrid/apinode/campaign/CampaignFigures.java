package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.analytics.CampaignStatistics;
import org.csrgrid.grid.analytics.CampaignStatistics.Tally;

/** A campaign's statistics for everybody who sees the campaign: its totals as they are now, the rest as it was some minutes ago at most. */
final class CampaignFigures {

    private final CampaignAnswers answers;
    private final CachedAnalytics analytics;

    CampaignFigures(CampaignAnswers answers, CachedAnalytics analytics) {
        this.answers = answers;
        this.analytics = analytics;
    }

    void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        Campaign campaign = answers.visible(request, viewer);
        CampaignTotals totals = answers.totals(campaign);
        CampaignStatistics statistics = analytics.statistics(campaign.id());
        Json.send(response, json -> {
            json.writeStartObject();
            Json.id(json, "campaignId", campaign.id());
            live(json, totals);
            cached(json, campaign.content().goal().withMinorUnits(0), statistics);
            json.writeEndObject();
        });
    }

    private static void live(JsonGenerator json, CampaignTotals totals) throws IOException {
        Money raised = totals.raised();
        long matched = totals.matched() - totals.matchReversed();
        json.writeObjectFieldStart("totals");
        Json.money(json, "raised", raised);
        Json.money(json, "captured", raised.withMinorUnits(totals.captured()));
        Json.money(json, "refunded", raised.withMinorUnits(totals.refunded() + totals.disputesLost()));
        Json.money(json, "matched", raised.withMinorUnits(matched));
        json.writeNumberField("donations", totals.donations());
        json.writeNumberField("matchPercent", raised.isPositive() ? percent(matched, raised.minorUnits()) : 0);
        json.writeEndObject();
    }

    private static double percent(long part, long whole) {
        return Math.round(10_000.0 * part / whole) / 100.0;
    }

    private static void cached(JsonGenerator json, Money zero, CampaignStatistics statistics) throws IOException {
        json.writeNumberField("donations", statistics.donations());
        json.writeNumberField("donors", statistics.donors());
        long donations = Math.max(1, statistics.donations());
        Json.money(json, "average", zero.withMinorUnits(statistics.captured()).share(1, donations));
        Json.money(json, "largest", zero.withMinorUnits(statistics.largest()));
        tallies(json, "methods", "method", zero, statistics.methods());
        tallies(json, "days", "day", zero, statistics.days());
    }

    private static void tallies(JsonGenerator json, String name, String label, Money zero, List<Tally> tallies)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Tally tally : tallies) {
            json.writeStartObject();
            json.writeStringField(label, tally.name());
            json.writeNumberField("donations", tally.donations());
            Json.money(json, "amount", zero.withMinorUnits(tally.amount()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
