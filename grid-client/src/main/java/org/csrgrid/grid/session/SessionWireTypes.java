package org.csrgrid.grid.session;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about sessions. */
public final class SessionWireTypes {

    private SessionWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                Session.class,
                NoteUse.class,
                EndSession.class,
                Authenticate.class,
                RotateRefresh.class,
                RefreshOutcome.Rotated.class,
                RefreshOutcome.Reused.class,
                RefreshOutcome.Unknown.class));
    }
}
