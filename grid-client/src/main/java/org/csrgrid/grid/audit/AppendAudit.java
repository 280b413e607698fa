package org.csrgrid.grid.audit;

import java.util.List;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.grid.cluster.MemberCall;

/** Makes entries durable; answers how many they are once they are. Each by itself, not all or none; a repeat is harmless. */
public record AppendAudit(List<AuditEntry> entries) implements MemberCall<Long> {

    public AppendAudit {
        entries = List.copyOf(entries);
    }
}
