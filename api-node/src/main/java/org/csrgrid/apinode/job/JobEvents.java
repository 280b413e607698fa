package org.csrgrid.apinode.job;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.job.directory.JobWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job's progress as server-sent events: {@code progress} with the job each time it changed, {@code end} with the job when it is over, {@code gone} when
 * it is not remembered. Between them {@code alive} every few seconds shows that the stream is. Of changes faster than the reader only the latest is sent.
 * A stream also ends when its token does or after a while, and its reader comes back.
 */
final class JobEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final JobDirectory jobs;
    private final JobSight sight;
    private final Access access;
    private final JobStreams streams;
    private final Duration heartbeat;
    private final InstantSource clock;

    JobEvents(JobDirectory jobs, JobSight sight, Access access, JobStreams streams, InstantSource clock) {
        this.jobs = jobs;
        this.sight = sight;
        this.access = access;
        this.streams = streams;
        this.heartbeat = streams.heartbeat();
        this.clock = clock;
    }

    void stream(ServerRequest request, ServerResponse response, Viewer viewer) {
        JobKey key = JobKey.of(sight.visible(request, viewer));
        try (JobWatch watch = jobs.watch(key)) {
            if (!streams.admit(watch)) {
                throw Problem.of(ProblemType.TOO_MANY_STREAMS)
                        .with(Headers.retryAfterSeconds(Math.toIntExact(COME_BACK_AFTER.toSeconds())))
                        .asException();
            }
            try (SseSink sink = response.sink(SseSink.TYPE)) {
                follow(request, key, watch, sink);
            } catch (UncheckedIOException readerLeft) {
                LOG.debug("The reader of job {} left or was too slow", key);
            } finally {
                streams.leave(watch);
                // A time-out that came after the last write must not hit this thread's next request.
                Thread.interrupted();
            }
        }
    }

    private void follow(ServerRequest request, JobKey key, JobWatch watch, SseSink sink) {
        Instant last = clock.instant().plus(LONGEST);
        long shown = 0;
        try {
            boolean open = true;
            while (open && !streams.isClosed() && clock.instant().isBefore(last)) {
                Viewer viewer = access.stillSignedIn(request);
                Optional<Job> job = sight.find(key, viewer);
                open = job.isPresent() && !job.get().state().isOver();
                if (job.isEmpty() || job.get().version() != shown) {
                    send(sink, event(job, open, viewer));
                    shown = job.map(Job::version).orElse(shown);
                }
                if (open && !watch.await(heartbeat)) {
                    send(sink, SseEvent.builder().name("alive").data("{}").build());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ProblemException | GridUnavailableException cannotGoOn) {
            LOG.debug("The stream of job {} ends early: {}", key, cannotGoOn.toString());
        }
    }

    private void send(SseSink sink, SseEvent event) {
        streams.write(() -> sink.emit(event));
    }

    private static SseEvent event(Optional<Job> job, boolean open, Viewer viewer) {
        if (job.isEmpty()) {
            return SseEvent.builder().name("gone").data("{}").build();
        }
        byte[] data = Json.write(json -> JobJson.write(json, job.get(), viewer));
        return SseEvent.builder()
                .id(Long.toString(job.get().version()))
                .name(open ? "progress" : "end")
                .data(new String(data, StandardCharsets.UTF_8))
                .build();
    }
}
