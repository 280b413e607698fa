package org.csrgrid.grid.cache.mark;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.List;

/** How a layer's marks travel when their partition moves: as three arrays. */
public final class TagMarksSerializer implements CompactSerializer<TagMarks> {

    @Override
    public void write(CompactWriter writer, TagMarks marks) {
        List<TagMark> all = marks.since(Long.MIN_VALUE);
        writer.writeInt64("latest", marks.latest());
        writer.writeInt64("removedBefore", marks.removedBefore());
        writer.writeInt64("expiredBefore", marks.expiredBefore());
        writer.writeArrayOfString("tags", all.stream().map(TagMark::tag).toArray(String[]::new));
        writer.writeArrayOfInt64(
                "removed", all.stream().mapToLong(TagMark::removed).toArray());
        writer.writeArrayOfInt64(
                "expired", all.stream().mapToLong(TagMark::expired).toArray());
    }

    @Override
    public TagMarks read(CompactReader reader) {
        String[] tags = reader.readArrayOfString("tags");
        long[] removed = reader.readArrayOfInt64("removed");
        long[] expired = reader.readArrayOfInt64("expired");
        var marks = new ArrayList<TagMark>(tags.length);
        for (int i = 0; i < tags.length; i++) {
            marks.add(new TagMark(tags[i], removed[i], expired[i]));
        }
        return TagMarks.of(
                reader.readInt64("latest"),
                reader.readInt64("removedBefore"),
                reader.readInt64("expiredBefore"),
                marks);
    }

    @Override
    public String getTypeName() {
        return "cache.TagMarks";
    }

    @Override
    public Class<TagMarks> getCompactClass() {
        return TagMarks.class;
    }
}
