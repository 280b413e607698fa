package org.csrgrid.grid.audit;

import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.grid.cluster.MemberCalls;

/**
 * The audit trail as others see it. Every method throws {@link org.csrgrid.grid.cluster.GridUnavailableException} when no member or the database answers.
 * Safe for use by many threads.
 */
public final class AuditGrid {

    private final MemberCalls calls;

    public AuditGrid(HazelcastInstance grid) {
        calls = new MemberCalls(grid);
    }

    /** Returns when the entries are in the database. A repeat is harmless. */
    public void append(List<AuditEntry> entries) {
        calls.any(new AppendAudit(entries));
    }

    public AuditPage search(AuditSearch search) {
        return calls.any(search);
    }

    /** Empty if there is no such entry or it is not sealed yet. */
    public Optional<InclusionProof> prove(long id) {
        return calls.any(new ProveAudit(id)).asOptional();
    }

    /** The heads after that number, in their order. */
    public AuditHeads heads(long after, int limit) {
        return calls.any(new ReadAuditHeads(after, limit));
    }
}
