package org.csrgrid.grid.cache;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.grid.cache.mark.InvalidateTag;
import org.csrgrid.grid.cache.mark.Invalidation;
import org.csrgrid.grid.cache.mark.MarksNews;
import org.csrgrid.grid.cache.mark.ReadMarks;
import org.csrgrid.grid.cache.mark.TagMark;
import org.csrgrid.grid.cache.mark.TagMarksSerializer;
import org.csrgrid.grid.cache.slot.ConfirmStored;
import org.csrgrid.grid.cache.slot.DropKey;
import org.csrgrid.grid.cache.slot.EndLease;
import org.csrgrid.grid.cache.slot.Lease;
import org.csrgrid.grid.cache.slot.LeaseAnswer;
import org.csrgrid.grid.cache.slot.PutStored;
import org.csrgrid.grid.cache.slot.Slot;
import org.csrgrid.grid.cache.slot.StoreLoaded;
import org.csrgrid.grid.cache.slot.Stored;
import org.csrgrid.grid.cache.slot.TakeLease;
import org.csrgrid.grid.wire.RecordSerializer;

/** What travels for caches. Members and clients need all of it. */
public final class CacheWireTypes {

    private static final List<Class<? extends Record>> RECORDS = List.of(
            Stored.class,
            Lease.class,
            Slot.class,
            LeaseAnswer.class,
            TakeLease.class,
            StoreLoaded.class,
            ConfirmStored.class,
            EndLease.class,
            DropKey.class,
            PutStored.class,
            TagMark.class,
            MarksNews.class,
            ReadMarks.class,
            InvalidateTag.class,
            Invalidation.class,
            LayerStatistics.class);

    private CacheWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        var serializers = new ArrayList<CompactSerializer<?>>();
        RECORDS.forEach(type -> serializers.add(RecordSerializer.of(type, "cache." + type.getSimpleName())));
        serializers.add(new TagMarksSerializer());
        return serializers;
    }
}
