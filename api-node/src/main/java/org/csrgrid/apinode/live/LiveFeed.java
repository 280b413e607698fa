package org.csrgrid.apinode.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.LiveListener;

/**
 * One ring's events for the streams of this node. Telling a stream never waits for its reader. Safe for use by many threads.
 */
final class LiveFeed implements LiveListener {

    private final Replay replay;
    private final LiveFrame.Donors donors;
    private final Map<LiveTopic, Set<LiveStream>> streams = new HashMap<>();
    private volatile LivePosition position = LivePosition.NONE;

    LiveFeed(int replay, LiveFrame.Donors donors) {
        this.replay = new Replay(replay);
        this.donors = donors;
    }

    @Override
    public synchronized void happened(long sequence, LiveEvent event) {
        LiveFrame frame = new LiveFrame(LivePosition.of(sequence, event), event, donors);
        replay.add(frame);
        for (LiveTopic topic : LiveTopic.of(event)) {
            streams.getOrDefault(topic, Set.of()).forEach(stream -> stream.offer(frame));
        }
        position = frame.position();
    }

    @Override
    public synchronized void lost() {
        replay.clear();
        streams.values().forEach(all -> all.forEach(LiveStream::reset));
    }

    /** Up to where every stream has been told. */
    LivePosition position() {
        return position;
    }

    /** Has the stream told from now on, without a gap to what it has seen; if that is not here any more, the stream is reset. */
    synchronized void join(LiveStream stream, Optional<LivePosition> seen) {
        streams.computeIfAbsent(stream.topic(), _ -> new HashSet<>()).add(stream);
        if (seen.isPresent()) {
            Optional<List<LiveFrame>> missed = replay.after(seen.get());
            missed.ifPresentOrElse(frames -> frames.forEach(frame -> offer(stream, frame)), stream::reset);
        }
    }

    private static void offer(LiveStream stream, LiveFrame frame) {
        if (LiveTopic.of(frame.event()).contains(stream.topic())) {
            stream.offer(frame);
        }
    }

    synchronized void leave(LiveStream stream) {
        Set<LiveStream> others = streams.get(stream.topic());
        if (others != null && others.remove(stream) && others.isEmpty()) {
            streams.remove(stream.topic());
        }
    }
}
