package org.csrgrid.grid.cache.mark;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a layer for its invalidations after a sequence number. A layer that has none, because it is new or its members died, begins now.
 *
 * @param now microseconds since 1970 by the caller's clock
 */
public record ReadMarks(long since, long now) implements EntryProcessor<String, TagMarks, MarksNews> {

    @Override
    public MarksNews process(Map.Entry<String, TagMarks> entry) {
        @Nullable TagMarks marks = entry.getValue();
        if (marks == null) {
            marks = TagMarks.bornAt(now);
            entry.setValue(marks);
        }
        return new MarksNews(marks.latest(), marks.removedBefore(), marks.expiredBefore(), marks.since(since));
    }
}
