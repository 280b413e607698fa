package org.csrgrid.grid.cache.report;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.grid.wire.RecordSerializer;

/** What travels when caches are looked after, besides {@link org.csrgrid.grid.cache.CacheWireTypes}. */
public final class CacheReportWireTypes {

    private CacheReportWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return Stream.of(LayerSize.class, LayerReport.class, CacheReport.class)
                .<CompactSerializer<?>>map(type -> RecordSerializer.of(type, "cache." + type.getSimpleName()))
                .toList();
    }
}
