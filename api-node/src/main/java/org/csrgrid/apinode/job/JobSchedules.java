package org.csrgrid.apinode.job;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.schedule.ScheduleGrid;
import org.csrgrid.grid.job.schedule.ScheduleView;
import org.jspecify.annotations.Nullable;

/** Work that begins by the clock: when it did and will, and what operators do to it. */
final class JobSchedules {

    private final ScheduleGrid schedules;
    private final InstantSource clock;

    JobSchedules(ScheduleGrid schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        List<ScheduleView> all = schedules.all();
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (ScheduleView schedule : all) {
                write(json, schedule);
            }
            json.writeEndArray();
            Json.text(json, "next", null);
            json.writeEndObject();
        });
    }

    void pause(ServerRequest request, ServerResponse response, Viewer viewer) {
        answer(request, response, schedules.pause(name(request)));
    }

    void resume(ServerRequest request, ServerResponse response, Viewer viewer) {
        answer(request, response, schedules.resume(name(request), now()));
    }

    void run(ServerRequest request, ServerResponse response, Viewer viewer) {
        ScheduleState state = schedules.runNow(name(request), now()).orElseThrow(JobSight::notFound);
        response.status(Status.ACCEPTED_202);
        answer(request, response, Optional.of(state));
    }

    private static void answer(ServerRequest request, ServerResponse response, Optional<ScheduleState> changed) {
        ScheduleState state = changed.orElseThrow(JobSight::notFound);
        AuditNotes.of(request).after(state);
        Json.send(response, json -> {
            json.writeStartObject();
            write(json, state.name(), state);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, ScheduleView schedule) throws IOException {
        json.writeStartObject();
        write(json, schedule.name(), schedule.state());
        json.writeStringField("jobName", schedule.jobName());
        json.writeStringField("cron", schedule.cron());
        json.writeStringField("timeZone", schedule.zone());
        json.writeStringField("missedRuns", schedule.missed().name().toLowerCase(Locale.ROOT));
        Json.time(json, "nextFireAt", schedule.next());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable ScheduleState state) throws IOException {
        json.writeStringField("name", name);
        json.writeBooleanField("paused", state != null && state.isPaused());
        Json.time(json, "lastFiredAt", state == null ? null : state.lastFired());
        Json.time(json, "requestedAt", state == null ? null : state.requestedAt());
    }

    private static String name(ServerRequest request) {
        return request.path().pathParameters().get("name");
    }

    private Instant now() {
        return Times.now(clock);
    }
}
