package org.csrgrid.grid.dashboard;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.grid.wire.WireTypes;

/** What travels for dashboards. */
public final class DashboardWireTypes {

    private DashboardWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(ReadDashboardPiece.class));
    }
}
