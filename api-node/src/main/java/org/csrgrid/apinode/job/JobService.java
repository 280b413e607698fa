package org.csrgrid.apinode.job;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.auth.ViewerHandler;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.directory.JobDirectory;

/**
 * Background jobs: one's own for everybody, all of them for operators.
 *
 * <pre>
 * curl -H "Authorization: Bearer $TOKEN" 'localhost:8080/api/v1/jobs?filter=state:dead+channel:payments'
 * curl -H "Authorization: Bearer $TOKEN" -N localhost:8080/api/v1/jobs/7-send-email:42/events
 * curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
 *   -d '{"action":"retry","filter":"channel:payments error~timeout"}' localhost:8080/api/v1/jobs/bulk
 * curl -X POST -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/jobs/channels/exports/pause
 * </pre>
 */
public final class JobService implements HttpService {

    private final Access access;
    private final JobSight sight;
    private final JobList list;
    private final JobActions actions;
    private final JobEvents events;
    private final JobChannels channels;
    private final JobSchedules schedules;
    private final JobBatches batches;
    private final InstantSource clock;

    public JobService(
            Access access,
            JobDirectory jobs,
            JobStreams streams,
            RequestBody bodies,
            Cursors cursors,
            ApiSettings settings,
            InstantSource clock) {
        this.access = access;
        this.clock = clock;
        sight = new JobSight(jobs);
        list = new JobList(jobs, cursors, settings);
        actions = new JobActions(jobs, sight, bodies, clock);
        events = new JobEvents(jobs, sight, access, streams, clock);
        channels = new JobChannels(jobs, bodies, clock);
        schedules = new JobSchedules(jobs.schedules(), clock);
        batches = new JobBatches(jobs);
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/").get(access.signedIn(this::list)).others();
        Route.at(rules, "/bulk").post(operators(actions::bulk)).others();
        Route.at(rules, "/channels").get(overseers(channels::list)).others();
        Route.at(rules, "/channels/{channel}")
                .get(overseers(channels::get))
                .patch(operators(channels::limit))
                .others();
        Route.at(rules, "/channels/{channel}/pause")
                .post(operators(channels::pause))
                .others();
        Route.at(rules, "/channels/{channel}/resume")
                .post(operators(channels::resume))
                .others();
        Route.at(rules, "/schedules").get(overseers(schedules::list)).others();
        Route.at(rules, "/schedules/{name}/pause")
                .post(operators(schedules::pause))
                .others();
        Route.at(rules, "/schedules/{name}/resume")
                .post(operators(schedules::resume))
                .others();
        Route.at(rules, "/schedules/{name}/run").post(operators(schedules::run)).others();
        Route.at(rules, "/batches/{id}").get(access.signedIn(batches::get)).others();
        Route.at(rules, "/{id}")
                .get(access.signedIn(this::get))
                .delete(operators(actions.handler(new JobAction.Forget())))
                .others();
        Route.at(rules, "/{id}/events").get(access.signedIn(events::stream)).others();
        Route.at(rules, "/{id}/cancel").post(access.signedIn(actions::cancel)).others();
        Route.at(rules, "/{id}/retry")
                .post(operators(actions.handler(new JobAction.Retry())))
                .others();
        Route.at(rules, "/{id}/snooze").post(operators(actions::snooze)).others();
    }

    private Handler overseers(ViewerHandler handler) {
        return access.permitted(Permission.SEE_ANY_JOB, handler);
    }

    private Handler operators(ViewerHandler handler) {
        return access.permitted(Permission.RUN_JOBS, handler);
    }

    private void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        list.answer(request, response, viewer, Times.now(clock));
    }

    private void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        Job job = sight.visible(request, viewer);
        response.header(Headers.REVALIDATE_PRIVATELY);
        String detail = viewer.may(Permission.RUN_JOBS) ? "-r" : "";
        if (!EntityTags.isUnchanged(request, response, "\"v" + job.version() + detail + '"')) {
            Json.answer(response, json -> JobJson.write(json, job, viewer));
        }
    }
}
