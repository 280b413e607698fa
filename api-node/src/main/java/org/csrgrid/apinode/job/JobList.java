package org.csrgrid.apinode.job;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.FieldError;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.filter.JobFilterSyntaxException;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.job.filter.FindJobs;
import org.csrgrid.grid.job.filter.JobPage;
import org.jspecify.annotations.Nullable;

/** Lists jobs page by page: one's own, or all of them for those who oversee them. */
final class JobList {

    private final JobDirectory jobs;
    private final Cursors cursors;
    private final ApiSettings settings;

    JobList(JobDirectory jobs, Cursors cursors, ApiSettings settings) {
        this.jobs = jobs;
        this.cursors = cursors;
        this.settings = settings;
    }

    void answer(ServerRequest request, ServerResponse response, Viewer viewer, Instant now) {
        Query query = Query.of(request, Set.of("filter", "limit", "cursor"));
        String filter = query.text("filter").orElse("");
        long owner = JobSight.seesAll(viewer) ? 0 : viewer.userId();
        String name = "jobs:" + owner + ":" + filter;
        String place = query.text("cursor")
                .map(cursor -> cursors.openText(name, cursor))
                .orElse(null);
        JobPage page = read(filter, place, query.limit(settings), owner, now);
        Optional<String> cursor = Optional.ofNullable(page.next()).map(next -> cursors.sealText(name, next));
        Optional<String> next = NextPage.announce(request, response, cursor);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Job job : page.jobs()) {
                JobJson.writeShort(json, job);
            }
            json.writeEndArray();
            Json.text(json, "next", next.orElse(null));
            json.writeEndObject();
        });
    }

    private JobPage read(String filter, @Nullable String place, int limit, long owner, Instant now) {
        try {
            return jobs.search(filter, place, Math.min(limit, FindJobs.LIMIT), owner, now);
        } catch (JobFilterSyntaxException wrong) {
            throw unreadable(FieldError.parameter("filter", at(wrong)));
        }
    }

    static ProblemException unreadable(FieldError where) {
        return Problem.of(ProblemType.INVALID_FILTER, where).asException();
    }

    static String at(JobFilterSyntaxException wrong) {
        return "at %d: found %s (expected: %s)".formatted(wrong.position(), wrong.found(), wrong.expected());
    }
}
