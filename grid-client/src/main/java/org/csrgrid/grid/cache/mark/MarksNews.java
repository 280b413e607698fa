package org.csrgrid.grid.cache.mark;

import java.util.List;

/**
 * What a process has to know to judge entries.
 *
 * @param latest the sequence number of the layer's latest invalidation
 * @param removedBefore everything loaded before is never served again
 * @param expiredBefore everything loaded before may only stand in
 * @param marks the tags that were invalidated since the process last asked
 */
public record MarksNews(long latest, long removedBefore, long expiredBefore, List<TagMark> marks) {

    public MarksNews {
        marks = List.copyOf(marks);
    }
}
