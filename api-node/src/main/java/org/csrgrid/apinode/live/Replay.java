package org.csrgrid.apinode.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The latest events of a ring, without gaps. Belongs to its {@link LiveFeed}. */
final class Replay {

    private final int capacity;
    private final ArrayDeque<LiveFrame> frames = new ArrayDeque<>();
    private LivePosition before = LivePosition.NONE;

    Replay(int capacity) {
        this.capacity = capacity;
    }

    void add(LiveFrame frame) {
        if (frames.isEmpty() && frame.position().number() != before.number() + 1) {
            // What came before was overwritten long ago, so no reader's position can be that.
            before = new LivePosition(frame.position().number() - 1, -1);
        }
        frames.add(frame);
        if (frames.size() > capacity) {
            before = frames.remove().position();
        }
    }

    /** Forgets everything: what comes next does not follow on it. */
    void clear() {
        frames.clear();
        before = new LivePosition(0, -1);
    }

    /** Everything after a position; empty if something after it is not here any more or the position is of another time. */
    Optional<List<LiveFrame>> after(LivePosition seen) {
        if (seen.equals(before)) {
            return Optional.of(List.copyOf(frames));
        }
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        long index = seen.number() - frames.getFirst().position().number();
        if (index < 0 || index >= frames.size()) {
            return Optional.empty();
        }
        List<LiveFrame> after = frames.stream().skip(index).toList();
        return after.getFirst().position().equals(seen)
                ? Optional.of(after.subList(1, after.size()))
                : Optional.empty();
    }
}
