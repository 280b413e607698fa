package org.csrgrid.apinode.live;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.stream.EventSink;
import org.csrgrid.apinode.stream.SlowReaderException;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request with a stream and stays with it to its end. */
final class LiveEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final int COME_BACK_SECONDS = 5;

    private final Access access;
    private final LiveFeeds feeds;
    private final LiveStreams streams;
    private final Duration heartbeat;

    LiveEvents(Access access, LiveFeeds feeds, LiveStreams streams, Duration heartbeat) {
        this.access = access;
        this.feeds = feeds;
        this.streams = streams;
        this.heartbeat = heartbeat;
    }

    /**
     * Blocks until the stream ends.
     *
     * @param mayFollow whether somebody may still follow the topic; the caller has asked it before
     * @param state what a reader begins with
     */
    void stream(
            ServerRequest request,
            ServerResponse response,
            Viewer viewer,
            LiveTopic topic,
            Predicate<Viewer> mayFollow,
            Supplier<Optional<LiveFrame>> state) {
        LiveStream stream = streams.open(topic, viewer).orElseThrow(LiveEvents::tooMany);
        try (EventSink sink = response.sink(EventSink.TYPE)) {
            var reader =
                    new LiveConversation.Reader(viewer.isSignedIn(), () -> refusal(request, viewer, mayFollow), state);
            converse(request, stream, sink, reader);
        } catch (SlowReaderException dropped) {
            streams.slow.increment();
            LOG.debug("A reader of {} does not read and is dropped", topic);
        } catch (UncheckedIOException | InterruptedException left) {
            noteIfSlow(stream);
            LOG.debug("The reader of {} left", topic);
        } finally {
            streams.leave(stream);
            // An interrupt that came after the last write must not hit this thread's next request.
            Thread.interrupted();
        }
    }

    private void noteIfSlow(LiveStream stream) {
        if (stream.isTooSlow()) {
            streams.slow.increment();
        }
    }

    private void converse(ServerRequest request, LiveStream stream, EventSink sink, LiveConversation.Reader reader)
            throws InterruptedException {
        LiveFeed feed = feeds.of(stream.topic().ring());
        Optional<LivePosition> seen = lastSeen(request);
        feed.join(stream, seen);
        try {
            new LiveConversation(stream, feed, streams, sink, reader, heartbeat).run(seen.isPresent());
        } finally {
            feed.leave(stream);
        }
    }

    /** What is none of our ids is no position there is, so its reader is told to read anew. */
    private static Optional<LivePosition> lastSeen(ServerRequest request) {
        if (!request.headers().contains(LAST_EVENT_ID)) {
            return Optional.empty();
        }
        String text = request.headers().get(LAST_EVENT_ID).get();
        return Optional.of(LivePosition.parse(text).orElse(LivePosition.UNKNOWN));
    }

    /** While the grid does not answer nothing is told anyway, so the reader may stay until it does. */
    private @Nullable String refusal(ServerRequest request, Viewer viewer, Predicate<Viewer> mayFollow) {
        try {
            Viewer now = viewer.isSignedIn() ? access.stillSignedIn(request) : viewer;
            return mayFollow.test(now) ? null : "forbidden";
        } catch (ProblemException signedOut) {
            return "signed-out";
        } catch (GridUnavailableException unknown) {
            return null;
        }
    }

    private static ProblemException tooMany() {
        return Problem.of(ProblemType.TOO_MANY_STREAMS)
                .with(Headers.retryAfterSeconds(COME_BACK_SECONDS))
                .asException();
    }
}
