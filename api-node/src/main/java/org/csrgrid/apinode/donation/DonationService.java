package org.csrgrid.apinode.donation;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.IdempotencyKey;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.donation.CancelDonation;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.DonationPage;
import org.csrgrid.grid.donation.ListDonations;
import org.csrgrid.grid.donation.PledgeRequest;
import org.csrgrid.grid.donation.Pledging;
import org.csrgrid.grid.donation.RequestRefund;

/**
 * Donations.
 *
 * <pre>
 * curl -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: 1' -H 'Content-Type: application/json' \
 *   -d '{"campaignId":"1","amount":{"amount":"25.00","currency":"EUR"},"method":"card"}' localhost:8080/api/v1/donations
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/donations
 * </pre>
 */
public final class DonationService implements HttpService {

    private final Access access;
    private final Pledging pledging;
    private final CampaignGrid campaigns;
    private final DonationGrid donations;
    private final RequestBody bodies;
    private final Cursors cursors;
    private final ApiSettings settings;
    private final InstantSource clock;

    /** What of the grid donations are made of. */
    public record Sources(Pledging pledging, CampaignGrid campaigns, DonationGrid donations) {}

    public DonationService(
            Access access,
            Sources sources,
            RequestBody bodies,
            Cursors cursors,
            ApiSettings settings,
            InstantSource clock) {
        this.access = access;
        pledging = sources.pledging();
        campaigns = sources.campaigns();
        donations = sources.donations();
        this.bodies = bodies;
        this.cursors = cursors;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/")
                .get(access.signedIn(this::list))
                .post(access.permitted(Permission.DONATE, this::create))
                .others();
        Route.at(rules, "/{id}").get(access.signedIn(this::get)).others();
        Route.at(rules, "/{id}/cancel").post(access.signedIn(this::cancel)).others();
        Route.at(rules, "/{id}/refunds")
                .post(access.permitted(Permission.REFUND, this::refund))
                .others();
    }

    private void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        Query query = Query.of(request, Set.of("limit", "cursor"));
        String name = "donations:" + viewer.userId();
        long before = query.text("cursor")
                .map(cursor -> cursors.open(name, cursor).id())
                .orElse(Long.MAX_VALUE);
        DonationPage page = donations.list(new ListDonations(viewer.userId(), 0, before, query.limit(settings)));
        Optional<String> cursor = page.nextBeforeId() == 0
                ? Optional.empty()
                : Optional.of(cursors.seal(name, new Cursors.Position(0, page.nextBeforeId())));
        Optional<String> next = NextPage.announce(request, response, cursor);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Donation donation : page.donations()) {
                DonationJson.write(json, donation);
            }
            json.writeEndArray();
            Json.text(json, "next", next.orElse(null));
            json.writeEndObject();
        });
    }

    private void create(ServerRequest request, ServerResponse response, Viewer viewer) {
        DonationRequest wanted = bodies.read(request, DonationRequest.class);
        IdempotencyKey key = IdempotencyKey.of(request, wanted::writeCanonically);
        requireVisible(wanted.campaignId(), viewer);
        var pledge = new PledgeRequest(
                wanted.campaignId(),
                viewer.userId(),
                wanted.amount(),
                wanted.details(),
                key.key(),
                key.fingerprint(),
                Times.now(clock));
        DonationAnswers.pledged(request, response, pledging.pledge(pledge), wanted.amount());
    }

    /** A campaign that is not known here yet is left to the pledge to decide, which asks the campaign's owner. */
    private void requireVisible(long campaignId, Viewer viewer) {
        Campaign campaign = campaigns.find(campaignId).orElse(null);
        if (campaign != null && !CampaignAccess.maySee(campaign, viewer)) {
            throw Problem.at(ProblemType.NOT_FOUND, "/campaignId", "There is no such campaign.")
                    .asException();
        }
    }

    private void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        Donation donation = visible(request, viewer);
        response.header(Headers.REVALIDATE_PRIVATELY);
        if (!EntityTags.isUnchanged(request, response, "\"v" + donation.version() + '"')) {
            Json.answer(response, json -> DonationJson.write(json, donation));
        }
    }

    private void cancel(ServerRequest request, ServerResponse response, Viewer viewer) {
        Donation donation = visible(request, viewer);
        if (donation.donorId() != viewer.userId() && !viewer.may(Permission.REFUND)) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        var cancellation = new CancelDonation(DonationKey.of(donation), viewer.userId(), Times.now(clock));
        DonationAnswers.cancelled(request, response, donations.cancel(cancellation));
    }

    private void refund(ServerRequest request, ServerResponse response, Viewer viewer) {
        RefundRequest wanted = bodies.read(request, RefundRequest.class);
        IdempotencyKey key = IdempotencyKey.of(request, wanted::writeCanonically);
        Donation donation = visible(request, viewer);
        if (wanted.amount() != null
                && !wanted.amount().currency().equals(donation.amount().currency())) {
            throw DonationAnswers.otherCurrency(donation).asException();
        }
        var refund = new RequestRefund(
                DonationKey.of(donation),
                viewer.userId(),
                wanted.minorUnits(),
                wanted.reason(),
                key.key(),
                key.fingerprint(),
                Times.now(clock));
        DonationAnswers.refunded(request, response, donations.refund(refund));
    }

    /** The donation of the path; somebody else's does not exist for those who may not see every donation. */
    private Donation visible(ServerRequest request, Viewer viewer) {
        return DonationKey.parse(request.path().pathParameters().get("id"))
                .flatMap(donations::find)
                .filter(donation -> donation.donorId() == viewer.userId() || viewer.may(Permission.SEE_ANY_DONATION))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }
}
