package org.csrgrid.apinode.dashboard;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.EntityTag;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Representation;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.dashboard.CachedDashboards;
import org.csrgrid.grid.dashboard.DashboardJobs;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.user.UserGrid;

/**
 * One's own dashboard.
 *
 * <pre>
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/dashboard
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/dashboard/status
 * curl -X POST -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/dashboard/warm
 * curl -X DELETE -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/dashboard
 * </pre>
 */
public final class DashboardService implements HttpService {

    private final Access access;
    private final CachedDashboards dashboards;
    private final UserGrid users;
    private final JobGrid jobs;
    private final JobDirectory directory;
    private final InstantSource clock;

    public DashboardService(
            Access access,
            CachedDashboards dashboards,
            UserGrid users,
            JobGrid jobs,
            JobDirectory directory,
            InstantSource clock) {
        this.access = access;
        this.dashboards = dashboards;
        this.users = users;
        this.jobs = jobs;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/")
                .get(access.signedIn(this::get))
                .delete(access.signedIn(this::forget))
                .others();
        Route.at(rules, "/status").get(access.signedIn(this::status)).others();
        Route.at(rules, "/warm").post(access.signedIn(this::warm)).others();
    }

    /** What no job has computed beforehand is computed now. */
    private void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        Map<DashboardPiece, WidgetData> pieces = new EnumMap<>(DashboardPiece.class);
        for (DashboardPiece piece : DashboardPiece.values()) {
            pieces.put(piece, dashboards.piece(piece, viewer.userId()));
        }
        var standings = new Standings(pieces.getOrDefault(DashboardPiece.STANDINGS, Standings.EMPTY));
        Map<Long, User> leaders = users.findAll(standings.leaders());
        byte[] body = Json.write(json -> DashboardJson.write(json, pieces, standings, viewer.userId(), leaders));
        response.header(Headers.REVALIDATE_PRIVATELY);
        response.header(Headers.VARY_BY_LANGUAGE_AND_PERSON);
        if (!EntityTags.isUnchanged(request, response, EntityTag.ofContent(body))) {
            response.header(Headers.JSON);
            new Representation(body).send(response);
        }
    }

    private void status(ServerRequest request, ServerResponse response, Viewer viewer) {
        JobKey key = JobKey.of(DashboardJobs.warm(viewer.userId(), Times.now(clock)));
        Optional<Job> job = directory.find(key);
        Map<DashboardPiece, Boolean> fresh = new EnumMap<>(DashboardPiece.class);
        for (DashboardPiece piece : DashboardPiece.values()) {
            fresh.put(piece, dashboards.isFresh(piece, viewer.userId()));
        }
        Json.send(response, json -> DashboardJson.writeStatus(json, fresh, job.orElse(null)));
    }

    /** While such a job waits or runs, another request joins it. */
    private void warm(ServerRequest request, ServerResponse response, Viewer viewer) {
        Job job = DashboardJobs.warm(viewer.userId(), Times.now(clock));
        jobs.enqueue(job);
        response.status(Status.ACCEPTED_202);
        response.header(HeaderValues.create(HeaderNames.LOCATION, DashboardJson.link(job)));
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("job", DashboardJson.link(job));
            json.writeStringField("status", "/api/v1/dashboard/status");
            json.writeEndObject();
        });
    }

    private void forget(ServerRequest request, ServerResponse response, Viewer viewer) {
        dashboards.forget(viewer.userId());
        response.status(Status.NO_CONTENT_204).send();
    }
}
