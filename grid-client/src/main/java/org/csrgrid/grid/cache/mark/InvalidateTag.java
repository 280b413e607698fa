package org.csrgrid.grid.cache.mark;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Invalidates what has a tag, in a time that does not depend on how many entries have it: nothing is touched but the layer's marks. Answers the sequence
 * number. Atomic with every other invalidation of the layer; a repeat invalidates again.
 *
 * @param tag null for everything in the layer
 * @param removes whether it is never served again; otherwise it may stand in until it is loaded again
 * @param now microseconds since 1970 by the caller's clock
 * @param most tags to remember
 * @param nothingBefore entries loaded before that are gone anyway
 */
public record InvalidateTag(@Nullable String tag, boolean removes, long now, int most, long nothingBefore)
        implements EntryProcessor<String, TagMarks, Long> {

    @Override
    public Long process(Map.Entry<String, TagMarks> entry) {
        @Nullable TagMarks marks = entry.getValue();
        TagMarks before = marks == null ? TagMarks.bornAt(now) : marks;
        long sequence = before.next(now);
        entry.setValue(before.and(tag, sequence, removes).bounded(most, nothingBefore));
        return sequence;
    }
}
