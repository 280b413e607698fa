package org.csrgrid.apinode.job;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
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
import org.csrgrid.grid.job.directory.FoundJobs;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.job.directory.JobPosition;

/** Lists jobs page by page. Relative times in a filter stay what they were on the first page, because the cursor carries its time. */
final class JobList {

    private final JobDirectory jobs;
    private final Cursors cursors;
    private final ApiSettings settings;

    JobList(JobDirectory jobs, Cursors cursors, ApiSettings settings) {
        this.jobs = jobs;
        this.cursors = cursors;
        this.settings = settings;
    }

    /** Where a list goes on, and the time it began. */
    private record Place(Instant begunAt, JobPosition after) {

        static Place parse(String text) {
            String[] parts = text.split(" ", 3);
            try {
                return new Place(Instant.parse(parts[0]), new JobPosition(Instant.parse(parts[1]), parts[2]));
            } catch (DateTimeException impossible) {
                throw new IllegalStateException("a signed cursor cannot be read", impossible);
            }
        }

        @Override
        public String toString() {
            return begunAt + " " + after.createdAt() + " " + after.id();
        }
    }

    void answer(ServerRequest request, ServerResponse response, Viewer viewer, Instant now) {
        Query query = Query.of(request, Set.of("filter", "limit", "cursor"));
        String filter = query.text("filter").orElse("");
        String name = "jobs:" + (JobSight.seesAll(viewer) ? "all" : viewer.userId()) + ":" + filter;
        Optional<Place> place = query.text("cursor")
                .map(cursor -> cursors.openText(name, cursor))
                .map(Place::parse);
        Instant begunAt = place.map(Place::begunAt).orElse(now);
        FoundJobs page = read(viewer, filter, begunAt, place, query.limit(settings));
        JobPosition position = page.next();
        Optional<String> next = NextPage.announce(
                request,
                response,
                position == null
                        ? Optional.empty()
                        : Optional.of(cursors.sealText(name, new Place(begunAt, position).toString())));
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

    private FoundJobs read(Viewer viewer, String filter, Instant begunAt, Optional<Place> place, int limit) {
        JobPosition after = place.map(Place::after).orElse(null);
        try {
            return JobSight.seesAll(viewer)
                    ? jobs.search(filter, begunAt, after, limit)
                    : jobs.searchOwn(viewer.userId(), filter, begunAt, after, limit);
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
