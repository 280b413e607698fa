package org.csrgrid.apinode.job;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.directory.ChannelReport;
import org.csrgrid.grid.job.directory.ControlledChannel;
import org.csrgrid.grid.job.directory.JobDirectory;

/** The channels: how they stand, and what operators do to them. */
final class JobChannels {

    private final JobDirectory jobs;
    private final RequestBody bodies;
    private final InstantSource clock;

    JobChannels(JobDirectory jobs, RequestBody bodies, InstantSource clock) {
        this.jobs = jobs;
        this.bodies = bodies;
        this.clock = clock;
    }

    void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        Json.send(response, json -> ChannelJson.list(json, jobs.channels(Times.now(clock))));
    }

    /** The tag is of what operators decide; figures change all the time, so the answer is never "not modified". */
    void get(ServerRequest request, ServerResponse response, Viewer viewer) {
        ChannelReport report = report(channel(request));
        response.header(Headers.etag(tag(report.control().version())));
        Json.send(response, json -> ChannelJson.write(json, report));
    }

    void pause(ServerRequest request, ServerResponse response, Viewer viewer) {
        answer(request, response, jobs.pause(channel(request), true));
    }

    void resume(ServerRequest request, ServerResponse response, Viewer viewer) {
        answer(request, response, jobs.pause(channel(request), false));
    }

    void limit(ServerRequest request, ServerResponse response, Viewer viewer) {
        Channel channel = channel(request);
        EntityTags.requireMatch(request, jobs.controlled(channel).version());
        LimitRequest wanted = bodies.read(request, LimitRequest.class);
        answer(request, response, jobs.limit(channel, wanted.workersMax()));
    }

    private static void answer(ServerRequest request, ServerResponse response, ControlledChannel control) {
        AuditNotes.of(request).after(control);
        response.header(Headers.etag(tag(control.version())));
        Json.send(response, json -> ChannelJson.write(json, control));
    }

    private ChannelReport report(Channel channel) {
        return jobs.channels(Times.now(clock)).stream()
                .filter(report -> report.channel() == channel)
                .findFirst()
                .orElseThrow(JobSight::notFound);
    }

    private static Channel channel(ServerRequest request) {
        return Channel.fromJsonName(request.path().pathParameters().get("channel"))
                .orElseThrow(JobSight::notFound);
    }

    private static String tag(long version) {
        return "\"v" + version + '"';
    }
}
