package org.csrgrid.apinode.job;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.csrgrid.apinode.auth.ViewerHandler;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.FieldError;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.JobFilterSyntaxException;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.BulkChange;
import org.csrgrid.grid.job.directory.JobChange;
import org.csrgrid.grid.job.directory.JobDirectory;

/** What people do to jobs. */
final class JobActions {

    private final JobDirectory jobs;
    private final JobSight sight;
    private final RequestBody bodies;
    private final InstantSource clock;

    JobActions(JobDirectory jobs, JobSight sight, RequestBody bodies, InstantSource clock) {
        this.jobs = jobs;
        this.sight = sight;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Does that to the job of the path. */
    ViewerHandler handler(JobAction action) {
        return (request, response, viewer) -> act(request, response, viewer, action);
    }

    /** Also for owners; those who only look at others' jobs are refused. */
    void cancel(ServerRequest request, ServerResponse response, Viewer viewer) {
        Job job = sight.visible(request, viewer);
        AuditNotes.of(request).before(job);
        if (job.request().ownerId() != viewer.userId() && !viewer.may(Permission.RUN_JOBS)) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        answer(request, response, viewer, jobs.change(JobKey.of(job), new JobAction.Cancel(), now()));
    }

    void snooze(ServerRequest request, ServerResponse response, Viewer viewer) {
        SnoozeRequest wanted = bodies.read(request, SnoozeRequest.class);
        act(request, response, viewer, new JobAction.Snooze(wanted.until()));
    }

    private void act(ServerRequest request, ServerResponse response, Viewer viewer, JobAction action) {
        Job job = sight.visible(request, viewer);
        AuditNotes.of(request).before(job);
        JobKey key = JobKey.of(job);
        answer(request, response, viewer, jobs.change(key, action, now()));
    }

    private static void answer(ServerRequest request, ServerResponse response, Viewer viewer, JobChange change) {
        switch (change) {
            case JobChange.Changed changed -> {
                AuditNotes.of(request).after(changed.job());
                Json.send(response, json -> JobJson.write(json, changed.job(), viewer));
            }
            case JobChange.Forgotten _ -> {
                response.status(Status.NO_CONTENT_204);
                response.send();
            }
            case JobChange.NotPossible refused -> inState(refused.state()).send(request, response);
            case JobChange.JobNotFound _ -> Problem.of(ProblemType.NOT_FOUND).send(request, response);
        }
    }

    private static Problem inState(JobState state) {
        return Problem.of(
                ProblemType.JOB_STATE, "The job is %s.".formatted(state.name().toLowerCase(Locale.ROOT)));
    }

    void bulk(ServerRequest request, ServerResponse response, Viewer viewer) {
        BulkRequest wanted = bodies.read(request, BulkRequest.class);
        BulkChange change = changed(wanted);
        AuditNotes.of(request).before(wanted).after(change);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("action", wanted.action().jsonName());
            json.writeNumberField("changed", change.changed());
            json.writeBooleanField("more", change.more());
            json.writeEndObject();
        });
    }

    private BulkChange changed(BulkRequest wanted) {
        try {
            return jobs.changeAll(wanted.action(), wanted.filter(), now());
        } catch (JobFilterSyntaxException wrong) {
            throw JobList.unreadable(FieldError.body("/filter", JobList.at(wrong)));
        }
    }

    private Instant now() {
        return Times.now(clock);
    }
}
