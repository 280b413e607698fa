package org.csrgrid.apinode.live;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.apinode.http.Violations;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAccess;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.live.LiveRing;
import org.csrgrid.grid.live.TotalsMoved;
import org.csrgrid.grid.organization.OrganizationGrid;
import org.jspecify.annotations.Nullable;

/**
 * Streams of what happens, for people, campaigns, organizations and administrators.
 *
 * <pre>
 * curl -N localhost:8080/api/v1/live/campaigns/1
 * curl -N -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/live/me
 * curl -N -H "Authorization: Bearer $TOKEN" -H 'Last-Event-ID: 17-h3k2m1x9ab' localhost:8080/api/v1/live/admin
 * curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
 *   -d '{"message":"Read only from 22:00"}' localhost:8080/api/v1/live/maintenance
 * </pre>
 */
public final class LiveService implements HttpService {

    private final Access access;
    private final NodeLive live;
    private final CampaignGrid campaigns;
    private final OrganizationGrid organizations;
    private final RequestBody bodies;
    private final InstantSource clock;
    private final LiveEvents events;

    public LiveService(
            Access access,
            NodeLive live,
            CampaignGrid campaigns,
            OrganizationGrid organizations,
            RequestBody bodies,
            InstantSource clock) {
        this.access = access;
        this.live = live;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.bodies = bodies;
        this.clock = clock;
        events = new LiveEvents(
                access, live.feeds(), live.streams(), live.settings().heartbeat());
    }

    /** What administrators are told of maintenance. */
    record MaintenanceRequest(String message) {

        private static final int LIMIT = 500;

        @JsonCreator
        static MaintenanceRequest of(@JsonProperty("message") @Nullable String message) {
            var violations = new Violations();
            var request = new MaintenanceRequest(violations.text("/message", message, LIMIT));
            violations.refuse();
            return request;
        }
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/me").get(access.signedIn(this::person)).others();
        Route.at(rules, "/campaigns/{id}").get(access.open(this::campaign)).others();
        Route.at(rules, "/organizations/{id}")
                .get(access.signedIn(this::organization))
                .others();
        Route.at(rules, "/admin")
                .get(access.permitted(Permission.SEE_ADMIN_NEWS, this::administrators))
                .others();
        Route.at(rules, "/maintenance")
                .post(access.permitted(Permission.OPERATE, this::maintenance))
                .others();
    }

    private void person(ServerRequest request, ServerResponse response, Viewer viewer) {
        follow(request, response, viewer, new LiveTopic.Person(viewer.userId()), _ -> true);
    }

    private void campaign(ServerRequest request, ServerResponse response, Viewer viewer) {
        long id = Ids.ofPath(request);
        Predicate<Viewer> mayFollow = somebody -> campaigns
                .find(id)
                .filter(campaign -> CampaignAccess.maySee(campaign, somebody))
                .isPresent();
        if (!mayFollow.test(viewer)) {
            throw notFound();
        }
        events.stream(request, response, viewer, new LiveTopic.OneCampaign(id), mayFollow, () -> totals(id));
    }

    /** For those who run its campaigns: its own administrators and those of the platform. */
    private void organization(ServerRequest request, ServerResponse response, Viewer viewer) {
        long id = Ids.ofPath(request);
        if (organizations.find(id).isEmpty()) {
            throw notFound();
        }
        Predicate<Viewer> mayFollow = somebody -> somebody.runs(id) || somebody.may(Permission.RUN_ANY_CAMPAIGN);
        if (!mayFollow.test(viewer)) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        follow(request, response, viewer, new LiveTopic.Organization(id), mayFollow);
    }

    private void administrators(ServerRequest request, ServerResponse response, Viewer viewer) {
        follow(
                request,
                response,
                viewer,
                new LiveTopic.Administrators(),
                somebody -> somebody.may(Permission.SEE_ADMIN_NEWS));
    }

    private void follow(
            ServerRequest request,
            ServerResponse response,
            Viewer viewer,
            LiveTopic topic,
            Predicate<Viewer> mayFollow) {
        events.stream(request, response, viewer, topic, mayFollow, Optional::empty);
    }

    private void maintenance(ServerRequest request, ServerResponse response, Viewer viewer) {
        live.maintenance(bodies.read(request, MaintenanceRequest.class).message());
        response.status(Status.ACCEPTED_202).send();
    }

    /** What a campaign has raised by now, as a reader of its stream begins with it. */
    private Optional<LiveFrame> totals(long id) {
        LivePosition told = live.feeds().of(LiveRing.CAMPAIGNS).position();
        return campaigns.find(id).map(campaign -> frame(told, campaign));
    }

    private LiveFrame frame(LivePosition told, Campaign campaign) {
        CampaignTotals totals = campaigns
                .totals(campaign.id())
                .orElseGet(() -> CampaignTotals.none(
                        campaign.id(), campaign.content().goal().currency()));
        return new LiveFrame(told, TotalsMoved.of(campaign, totals, Times.now(clock)), _ -> Optional.empty());
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND).asException();
    }
}
