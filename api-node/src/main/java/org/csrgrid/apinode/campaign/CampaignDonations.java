package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.DonationPage;
import org.csrgrid.grid.donation.ListDonations;
import org.csrgrid.grid.user.UserGrid;

/**
 * Who gave to a campaign. Everybody who sees the campaign sees what was paid; people signed in also see the names of donors who do not hide them; those
 * who run the campaign also see what is not paid yet; finance and auditors see everything.
 */
final class CampaignDonations {

    private final CampaignAnswers answers;
    private final DonationGrid donations;
    private final UserGrid users;
    private final Cursors cursors;
    private final ApiSettings settings;

    CampaignDonations(
            CampaignAnswers answers, DonationGrid donations, UserGrid users, Cursors cursors, ApiSettings settings) {
        this.answers = answers;
        this.donations = donations;
        this.users = users;
        this.cursors = cursors;
        this.settings = settings;
    }

    /** What of the donations somebody sees. */
    private record Sight(boolean names, boolean unpaid, boolean everything) {

        static Sight of(Campaign campaign, Viewer viewer) {
            boolean everything = viewer.may(Permission.SEE_ANY_DONATION);
            return new Sight(viewer.isSignedIn(), everything || CampaignAccess.mayRun(campaign, viewer), everything);
        }

        boolean shows(Donation donation) {
            return unpaid || donation.completedAt() != null;
        }

        boolean names(Donation donation) {
            return everything || (names && !donation.pledge().anonymous());
        }
    }

    void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        Query query = Query.of(request, Set.of("limit", "cursor"));
        Campaign campaign = answers.visible(request, viewer);
        String name = "campaign-donations:" + campaign.id();
        long before = query.text("cursor")
                .map(cursor -> cursors.open(name, cursor).id())
                .orElse(Long.MAX_VALUE);
        DonationPage page = donations.list(new ListDonations(0, campaign.id(), before, query.limit(settings)));
        Optional<String> cursor = Optional.of(page.nextBeforeId())
                .filter(next -> next != 0)
                .map(next -> cursors.seal(name, new Cursors.Position(0, next)));
        answer(request, response, Sight.of(campaign, viewer), page.donations(), cursor);
    }

    private void answer(
            ServerRequest request, ServerResponse response, Sight sight, List<Donation> page, Optional<String> cursor) {
        List<Donation> shown = page.stream().filter(sight::shows).toList();
        Map<Long, User> donors = users.findAll(
                shown.stream().filter(sight::names).map(Donation::donorId).collect(Collectors.toSet()));
        Optional<String> next = NextPage.announce(request, response, cursor);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Donation donation : shown) {
                write(json, donation, sight, donors);
            }
            json.writeEndArray();
            Json.text(json, "next", next.orElse(null));
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Donation donation, Sight sight, Map<Long, User> donors)
            throws IOException {
        json.writeStartObject();
        if (sight.everything()) {
            json.writeStringField("id", DonationKey.of(donation).toString());
        }
        if (sight.unpaid()) {
            json.writeStringField("status", donation.status().jsonName());
            json.writeStringField("method", donation.pledge().method().jsonName());
            Json.money(json, "refundedAmount", donation.refunded());
            Json.time(json, "createdAt", donation.createdAt());
        }
        Json.money(json, "amount", donation.amount());
        Json.money(json, "campaignAmount", donation.campaignAmount());
        json.writeBooleanField("anonymous", donation.pledge().anonymous());
        User donor = sight.names(donation) ? donors.get(donation.donorId()) : null;
        Json.text(json, "donorName", donor == null ? null : donor.name());
        Json.text(json, "note", sight.names(donation) ? donation.pledge().note() : null);
        Json.time(json, "completedAt", donation.completedAt());
        json.writeEndObject();
    }
}
