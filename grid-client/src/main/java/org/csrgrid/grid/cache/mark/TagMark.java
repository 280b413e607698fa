package org.csrgrid.grid.cache.mark;

/**
 * When a tag was last invalidated, as sequence numbers.
 *
 * @param removed what was loaded before is never served again; 0 if that never happened
 * @param expired what was loaded before may only stand in; 0 if that never happened
 */
public record TagMark(String tag, long removed, long expired) {

    long changed() {
        return Math.max(removed, expired);
    }

    TagMark and(TagMark other) {
        return new TagMark(tag, Math.max(removed, other.removed), Math.max(expired, other.expired));
    }
}
