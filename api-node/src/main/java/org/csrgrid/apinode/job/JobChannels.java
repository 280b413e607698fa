package org.csrgrid.apinode.job;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import org.csrgrid.apinode.auth.ViewerHandler;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.job.directory.ChannelReport;
import org.csrgrid.grid.job.directory.ControlAction;
import org.csrgrid.grid.job.directory.ControlChange;
import org.csrgrid.grid.job.directory.ControlChannel;
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

    ViewerHandler handler(ControlAction action) {
        return (request, response, _) -> answer(request, response, new ControlChannel(channel(request), action));
    }

    void limit(ServerRequest request, ServerResponse response, Viewer viewer) {
        Channel channel = channel(request);
        long version = report(channel).control().version();
        EntityTags.requireMatch(request, version);
        LimitRequest wanted = bodies.read(request, LimitRequest.class);
        var limit = new ControlAction.Limit(wanted.workersMin(), wanted.workersMax(), version);
        answer(request, response, new ControlChannel(channel, limit));
    }

    private void answer(ServerRequest request, ServerResponse response, ControlChannel wish) {
        switch (jobs.control(wish)) {
            case ControlChange.Controlled controlled -> {
                response.header(Headers.etag(tag(controlled.control().version())));
                Json.send(response, json -> ChannelJson.write(json, controlled.control()));
            }
            case ControlChange.VersionMismatch _ ->
                Problem.of(ProblemType.VERSION_MISMATCH).send(request, response);
        }
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
