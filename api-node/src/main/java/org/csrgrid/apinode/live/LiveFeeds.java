package org.csrgrid.apinode.live;

import static java.util.Objects.requireNonNull;

import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.grid.live.LiveReader;
import org.csrgrid.grid.live.LiveRing;
import org.csrgrid.grid.user.UserGrid;

/** Every ring's feed: one reader per ring and node, however many streams there are. */
final class LiveFeeds implements AutoCloseable {

    private final Map<LiveRing, LiveFeed> feeds = new EnumMap<>(LiveRing.class);
    private final List<LiveReader> readers = new ArrayList<>();

    /** Reads what the rings hold, and from then on what is added. */
    LiveFeeds(HazelcastInstance grid, int replay) {
        var users = new UserGrid(grid);
        for (LiveRing ring : LiveRing.values()) {
            LiveFeed feed = new LiveFeed(replay, users::find);
            feeds.put(ring, feed);
            readers.add(LiveReader.start(grid, ring, feed));
        }
    }

    LiveFeed of(LiveRing ring) {
        return requireNonNull(feeds.get(ring));
    }

    @Override
    public void close() {
        readers.forEach(LiveReader::close);
    }
}
