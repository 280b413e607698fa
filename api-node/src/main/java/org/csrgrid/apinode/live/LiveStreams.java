package org.csrgrid.apinode.live;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.csrgrid.apinode.stream.SlowReaders;
import org.csrgrid.config.settings.LiveSettings;
import org.csrgrid.domain.user.Viewer;

/** The open streams of this node: how many there may be, what they did, and their end when the node stops. Safe for use by many threads. */
final class LiveStreams implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final LiveSettings settings;
    private final SlowReaders slowReaders;
    private final Set<LiveStream> open = new HashSet<>();
    private final Map<Long, Integer> byPerson = new HashMap<>();
    private final Map<LiveTopic.Kind, Integer> byKind = new EnumMap<>(LiveTopic.Kind.class);
    private boolean closed;

    /** Events written to readers, signs of life not counted. */
    final LongAdder events = new LongAdder();

    /** Readers that were dropped because they did not read. */
    final LongAdder slow = new LongAdder();

    /** How often a reader was told to read anew. */
    final LongAdder resets = new LongAdder();

    /** Streams there was no room for. */
    final LongAdder refused = new LongAdder();

    LiveStreams(LiveSettings settings) {
        this.settings = settings;
        slowReaders = new SlowReaders(settings.slowestReader());
    }

    /** Opens a stream that is read by the calling thread; empty if there are too many or the node stops. */
    synchronized Optional<LiveStream> open(LiveTopic topic, Viewer viewer) {
        int mostOfPerson = viewer.isSignedIn() ? settings.streamsPerPerson() : settings.anonymousStreams();
        int ofPerson = byPerson.getOrDefault(viewer.userId(), 0);
        if (closed || open.size() >= settings.streams() || ofPerson >= mostOfPerson) {
            refused.increment();
            return Optional.empty();
        }
        LiveStream stream = new LiveStream(topic, viewer.userId(), settings.queue());
        open.add(stream);
        byPerson.merge(viewer.userId(), 1, Integer::sum);
        byKind.merge(topic.kind(), 1, Integer::sum);
        return Optional.of(stream);
    }

    synchronized void leave(LiveStream stream) {
        open.remove(stream);
        byPerson.computeIfPresent(stream.personId(), (_, count) -> count == 1 ? null : count - 1);
        byKind.merge(stream.topic().kind(), -1, Integer::sum);
        notifyAll();
    }

    synchronized int count(LiveTopic.Kind kind) {
        return byKind.getOrDefault(kind, 0);
    }

    /** Writes to a stream's reader, who is dropped if that takes too long. */
    void write(LiveStream stream, Runnable action) {
        stream.writing(true);
        try {
            slowReaders.write(action);
        } finally {
            stream.writing(false);
        }
    }

    /** Ends all streams and gives them a moment to say so; whoever does not read until then is dropped. */
    @Override
    public void close() {
        try {
            endAll();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        slowReaders.close();
    }

    private synchronized void endAll() throws InterruptedException {
        closed = true;
        open.forEach(LiveStream::end);
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        long left = LAST_WORDS.toNanos();
        while (!open.isEmpty() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }
}
