package org.csrgrid.apinode.job;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.directory.JobDirectory;

/** How far batches are. */
final class JobBatches {

    private final JobDirectory jobs;

    JobBatches(JobDirectory jobs) {
        this.jobs = jobs;
    }

    void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        JobBatch batch = jobs.batch(request.path().pathParameters().get("id"))
                .filter(found -> JobSight.sees(viewer, found.request().ownerId()))
                .orElseThrow(JobSight::notFound);
        String filter = URLEncoder.encode("batch:\"%s\"".formatted(batch.id()), StandardCharsets.UTF_8);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("id", batch.id());
            json.writeNumberField("size", batch.size());
            json.writeStringField("state", batch.state().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("ended", batch.done());
            json.writeNumberField("failed", batch.failed());
            json.writeNumberField("percent", batch.size() == 0 ? 100 : batch.done() * 100L / batch.size());
            Json.time(json, "createdAt", batch.createdAt());
            Json.time(json, "updatedAt", batch.updatedAt());
            json.writeObjectFieldStart("links");
            json.writeStringField("jobs", "/api/v1/jobs?filter=" + filter);
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
