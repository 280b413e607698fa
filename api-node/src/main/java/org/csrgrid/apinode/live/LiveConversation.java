package org.csrgrid.apinode.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.stream.EventFrames;
import org.csrgrid.apinode.stream.EventSink;
import org.jspecify.annotations.Nullable;

/** What is said on one stream from its beginning to its end, by the request's thread. */
final class LiveConversation {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(3);
    private static final int SPREAD_MILLIS = 5_000;

    private final LiveStream stream;
    private final LiveFeed feed;
    private final LiveStreams streams;
    private final EventSink sink;
    private final Reader reader;
    private final long heartbeatNanos;

    /**
     * Whom the stream is for.
     *
     * @param names whether the reader sees who gave
     * @param refusal why the reader must not go on, null if nothing speaks against it; asked now and then
     * @param state what the reader begins with when there is nothing to go on from; empty where reading is a matter of other routes
     */
    record Reader(boolean names, Supplier<@Nullable String> refusal, Supplier<Optional<LiveFrame>> state) {}

    LiveConversation(
            LiveStream stream, LiveFeed feed, LiveStreams streams, EventSink sink, Reader reader, Duration heartbeat) {
        this.stream = stream;
        this.feed = feed;
        this.streams = streams;
        this.sink = sink;
        this.reader = reader;
        heartbeatNanos = heartbeat.toNanos();
    }

    /**
     * Goes on until the reader leaves, may not stay, or the node stops.
     *
     * @param resumes whether the reader goes on from where it was
     */
    void run(boolean resumes) throws InterruptedException {
        write(EventFrames.retry(COME_BACK_AFTER));
        if (!resumes) {
            showState();
        }
        long nextHeartbeat = System.nanoTime();
        while (!stream.isEnded()) {
            if (System.nanoTime() - nextHeartbeat >= 0) {
                String refusal = reader.refusal().get();
                if (refusal != null) {
                    sayGoodbye(refusal, COME_BACK_AFTER);
                    return;
                }
                tellNews();
                giveSignOfLife();
                nextHeartbeat = System.nanoTime() + heartbeatNanos;
            }
            tellNews();
            stream.await(nextHeartbeat);
        }
        // Not all at once: they come back to the nodes that are left.
        sayGoodbye(
                "shutdown",
                Duration.ofMillis(1_000 + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS)));
    }

    private void tellNews() {
        if (stream.takeReset()) {
            streams.resets.increment();
            say("reset", feed.position(), "replay");
            showState();
        }
        for (LiveFrame frame = stream.poll(); frame != null && !stream.isEnded(); frame = stream.poll()) {
            tell(frame);
        }
    }

    private void tell(LiveFrame frame) {
        write(frame.bytes(reader.names()));
        streams.events.increment();
    }

    private void showState() {
        reader.state().get().filter(stream::show).ifPresent(this::tell);
    }

    /** Moves what the reader has seen only if nothing of it is still to be told. */
    private void giveSignOfLife() {
        LivePosition told = feed.position();
        LiveFrame frame = stream.poll();
        if (frame == null) {
            write(EventFrames.alive(told.toString()));
        } else {
            tell(frame);
        }
    }

    private void sayGoodbye(String reason, Duration comeBackAfter) {
        say("bye", feed.position(), reason);
        write(EventFrames.retry(comeBackAfter));
    }

    private void say(String name, LivePosition position, String reason) {
        byte[] data = Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("reason", reason);
            json.writeEndObject();
        });
        write(EventFrames.event(position.toString(), name, data));
    }

    private void write(byte[] bytes) {
        streams.write(stream, () -> sink.emit(bytes));
    }
}
