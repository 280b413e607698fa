package org.csrgrid.grid.cache.mark;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All invalidations of one layer that may still matter. An entry whose load began at sequence {@code s} is concerned by every invalidation of one of its
 * tags after {@code s}. Never changed; the grid's copy and each process's own are of this type.
 *
 * <p>Sequence numbers grow by each invalidation and are at least microseconds since 1970, so marks that got lost with the members that held them and begin
 * anew are later than every entry there is, and all of it is loaded again.
 *
 * <p>Bounded: beyond the most tags the longest unchanged ones are forgotten, and everything loaded before their invalidation counts as invalidated. Never
 * too little, at the cost of loads.
 */
public final class TagMarks {

    private final long latest;
    private final long removedBefore;
    private final long expiredBefore;
    private final PMap<String, TagMark> byTag;
    private final TreePMap<Long, String> bySequence;

    private TagMarks(
            long latest,
            long removedBefore,
            long expiredBefore,
            PMap<String, TagMark> byTag,
            TreePMap<Long, String> bySequence) {
        this.latest = latest;
        this.removedBefore = removedBefore;
        this.expiredBefore = expiredBefore;
        this.byTag = byTag;
        this.bySequence = bySequence;
    }

    /** No invalidation yet; what was loaded before counts as removed. */
    public static TagMarks bornAt(long sequence) {
        return new TagMarks(sequence, sequence, 0, HashTreePMap.empty(), TreePMap.empty());
    }

    static TagMarks of(long latest, long removedBefore, long expiredBefore, Collection<TagMark> marks) {
        TagMarks all = new TagMarks(latest, removedBefore, expiredBefore, HashTreePMap.empty(), TreePMap.empty());
        for (TagMark mark : marks) {
            all = all.with(mark);
        }
        return all;
    }

    /** The sequence number of the latest invalidation. */
    public long latest() {
        return latest;
    }

    public long removedBefore() {
        return removedBefore;
    }

    public long expiredBefore() {
        return expiredBefore;
    }

    /** How many tags are remembered. */
    public int size() {
        return byTag.size();
    }

    /** Those that changed after a sequence number, earliest first. */
    public List<TagMark> since(long sequence) {
        return bySequence.tailMap(sequence, false).values().stream()
                .map(byTag::get)
                .toList();
    }

    /** The number the next invalidation gets. */
    long next(long now) {
        return Math.max(latest + 1, now);
    }

    /** One more invalidation, of everything if there is no tag. */
    public TagMarks and(@Nullable String tag, long sequence, boolean removes) {
        long removed = removes ? sequence : 0;
        long expired = removes ? 0 : sequence;
        if (tag == null) {
            return with(Math.max(latest, sequence), removed, expired);
        }
        return with(Math.max(latest, sequence), 0, 0).with(new TagMark(tag, removed, expired));
    }

    /** What the grid told. */
    public TagMarks and(MarksNews news) {
        TagMarks all = with(Math.max(latest, news.latest()), news.removedBefore(), news.expiredBefore());
        for (TagMark mark : news.marks()) {
            all = all.with(mark);
        }
        return all;
    }

    /** Forgets tags: those whose last invalidation is so old that nothing it concerns can be there any more, and the oldest of too many. */
    public TagMarks bounded(int most, long nothingBefore) {
        TagMarks kept = this;
        while (!kept.bySequence.isEmpty()) {
            long oldest = kept.bySequence.firstKey();
            if (oldest >= nothingBefore && kept.size() <= most) {
                break;
            }
            kept = kept.without(oldest, oldest < nothingBefore);
        }
        return kept;
    }

    /** Whether it must never be served again. */
    public boolean removes(long sequence, Collection<String> tags) {
        return sequence < removedBefore || isBeforeAny(sequence, tags, TagMark::removed);
    }

    /** Whether it may only stand in until it is loaded again. */
    public boolean expires(long sequence, Collection<String> tags) {
        return sequence < expiredBefore || isBeforeAny(sequence, tags, TagMark::expired);
    }

    private boolean isBeforeAny(long sequence, Collection<String> tags, ToLongFunction<TagMark> when) {
        for (String tag : tags) {
            TagMark mark = byTag.get(tag);
            if (mark != null && sequence < when.applyAsLong(mark)) {
                return true;
            }
        }
        return false;
    }

    private TagMarks with(long newLatest, long removed, long expired) {
        return new TagMarks(
                newLatest, Math.max(removedBefore, removed), Math.max(expiredBefore, expired), byTag, bySequence);
    }

    private TagMarks with(TagMark mark) {
        TagMark before = byTag.get(mark.tag());
        TagMark after = before == null ? mark : before.and(mark);
        TreePMap<Long, String> order = before == null ? bySequence : bySequence.minus(before.changed());
        return new TagMarks(
                latest,
                removedBefore,
                expiredBefore,
                byTag.plus(mark.tag(), after),
                order.plus(after.changed(), mark.tag()));
    }

    private TagMarks without(long sequence, boolean harmless) {
        String tag = bySequence.get(sequence);
        TagMark mark = Objects.requireNonNull(byTag.get(tag), "every tag in the order has a mark");
        return new TagMarks(
                latest,
                harmless ? removedBefore : Math.max(removedBefore, mark.removed()),
                harmless ? expiredBefore : Math.max(expiredBefore, mark.expired()),
                byTag.minus(tag),
                bySequence.minus(sequence));
    }
}
