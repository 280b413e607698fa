package org.csrgrid.grid.audit;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about the audit trail. */
public final class AuditWireTypes {

    private AuditWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                AuditEntry.class,
                AuditHead.class,
                SignedHead.class,
                AppendAudit.class,
                AuditSearch.class,
                AuditPage.class,
                ListedEntry.class,
                ProveAudit.class,
                FoundProof.class,
                InclusionProof.class,
                ReadAuditHeads.class,
                AuditHeads.class));
    }
}
