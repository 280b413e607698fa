package org.csrgrid.apinode.job;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.csrgrid.apinode.auth.ViewerHandler;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.ControlSchedule;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.job.directory.ScheduleAction;
import org.csrgrid.grid.job.directory.ScheduleChange;
import org.csrgrid.grid.job.directory.ScheduleReport;

/** Work that begins by the clock: when it did and will, and what operators do to it. */
final class JobSchedules {

    private final JobDirectory jobs;
    private final InstantSource clock;

    JobSchedules(JobDirectory jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (ScheduleReport schedule : jobs.schedules()) {
                write(json, schedule);
            }
            json.writeEndArray();
            Json.text(json, "next", null);
            json.writeEndObject();
        });
    }

    ViewerHandler handler(ScheduleAction action) {
        return (request, response, _) -> {
            String name = request.path().pathParameters().get("name");
            answer(request, response, jobs.control(new ControlSchedule(name, action, Times.now(clock))));
        };
    }

    private static void answer(ServerRequest request, ServerResponse response, ScheduleChange change) {
        switch (change) {
            case ScheduleChange.ScheduleChanged changed -> Json.send(response, json -> write(json, changed.schedule()));
            case ScheduleChange.Started started -> started(response, started.job());
            case ScheduleChange.ScheduleNotFound _ ->
                Problem.of(ProblemType.NOT_FOUND).send(request, response);
        }
    }

    private static void started(ServerResponse response, JobKey job) {
        response.status(Status.ACCEPTED_202);
        response.header(HeaderValues.create(HeaderNames.LOCATION, JobJson.address(job)));
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("jobId", job.toString());
            json.writeObjectFieldStart("links");
            json.writeStringField("job", JobJson.address(job));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, ScheduleReport schedule) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", schedule.name());
        json.writeStringField("jobName", schedule.jobName());
        json.writeStringField("channel", schedule.channel().jsonName());
        json.writeStringField("cron", schedule.cron());
        json.writeStringField("timeZone", schedule.zone());
        json.writeStringField("missedRuns", schedule.missedRuns());
        json.writeBooleanField("paused", schedule.paused());
        Json.time(json, "lastFiredAt", schedule.lastFiredAt());
        Json.time(json, "nextFireAt", schedule.nextFireAt());
        json.writeEndObject();
    }
}
