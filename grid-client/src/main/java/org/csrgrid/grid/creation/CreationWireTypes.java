package org.csrgrid.grid.creation;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about idempotency keys. */
public final class CreationWireTypes {

    private CreationWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(Creation.class, ReserveCreation.class));
    }
}
