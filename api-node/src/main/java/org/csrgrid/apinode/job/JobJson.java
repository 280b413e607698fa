package org.csrgrid.apinode.job;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.JobKey;
import org.jspecify.annotations.Nullable;

/** A job as its owner and operators see it. What it works on is for those who run jobs, and never shown if it is sensitive. */
final class JobJson {

    private JobJson() {}

    /** A job in a list. */
    static void writeShort(JsonGenerator json, Job job) throws IOException {
        json.writeStartObject();
        common(json, job);
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Job job, Viewer viewer) throws IOException {
        json.writeStartObject();
        common(json, job);
        json.writeArrayFieldStart("log");
        for (String line : job.trace().log()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("next");
        for (JobRequest step : job.request().next()) {
            json.writeString(step.name());
        }
        json.writeEndArray();
        if (viewer.may(Permission.RUN_JOBS)) {
            operators(json, job);
        }
        json.writeEndObject();
    }

    private static void common(JsonGenerator json, Job job) throws IOException {
        JobRequest request = job.request();
        json.writeStringField("id", JobKey.of(job).toString());
        json.writeStringField("name", job.name());
        json.writeStringField("channel", job.channel().jsonName());
        json.writeStringField("state", job.state().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("attempts", job.attempts());
        json.writeBooleanField("cancelRequested", job.isCancelRequested());
        progress(json, job.trace().progress());
        Json.text(json, "error", job.lastError());
        batch(json, request.batch());
        Json.text(json, "organizationId", idOrNull(request.organizationId()));
        Json.text(json, "ownerId", idOrNull(request.ownerId()));
        Json.time(json, "createdAt", job.createdAt());
        Json.time(json, "runAt", job.runAt());
        Json.time(json, "finishedAt", job.finishedAt());
        links(json, job);
    }

    private static void progress(JsonGenerator json, @Nullable JobProgress progress) throws IOException {
        if (progress == null) {
            json.writeNullField("progress");
            return;
        }
        json.writeObjectFieldStart("progress");
        json.writeNumberField("done", progress.done());
        json.writeNumberField("total", progress.total());
        json.writeNumberField("percent", progress.percent());
        Json.text(json, "message", progress.message());
        Json.time(json, "estimatedEnd", progress.estimatedEnd().orElse(null));
        Json.time(json, "updatedAt", progress.updatedAt());
        json.writeEndObject();
    }

    private static void batch(JsonGenerator json, @Nullable BatchPlace place) throws IOException {
        if (place == null) {
            json.writeNullField("batch");
            return;
        }
        json.writeObjectFieldStart("batch");
        json.writeStringField("id", place.batchId());
        json.writeNumberField("index", place.index());
        json.writeEndObject();
    }

    private static void operators(JsonGenerator json, Job job) throws IOException {
        JobRequest request = job.request();
        json.writeBooleanField("sensitive", request.sensitive());
        json.writeNumberField("payloadVersion", request.payloadVersion());
        Json.text(json, "payload", request.sensitive() ? null : request.payload());
        Json.text(json, "worker", job.lease() == null ? null : job.lease().worker());
        Json.time(json, "leaseUntil", job.lease() == null ? null : job.lease().until());
        Json.text(json, "cursor", request.sensitive() ? null : job.trace().cursor());
    }

    private static void links(JsonGenerator json, Job job) throws IOException {
        String self = address(JobKey.of(job));
        json.writeObjectFieldStart("links");
        json.writeStringField("self", self);
        json.writeStringField("events", self + "/events");
        BatchPlace place = job.request().batch();
        if (place != null) {
            json.writeStringField("batch", "/api/v1/jobs/batches/" + encoded(place.batchId()));
        }
        json.writeEndObject();
    }

    /** Where a job is found; ids may contain blanks. */
    static String address(JobKey key) {
        return "/api/v1/jobs/" + encoded(key.toString());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable String idOrNull(long id) {
        return id == 0 ? null : Long.toString(id);
    }
}
