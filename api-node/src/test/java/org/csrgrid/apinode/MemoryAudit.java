package org.csrgrid.apinode;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.audit.AppendAudit;
import org.csrgrid.grid.audit.AuditHeads;
import org.csrgrid.grid.audit.AuditKey;
import org.csrgrid.grid.audit.AuditPage;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.FoundProof;
import org.csrgrid.grid.audit.InclusionProof;
import org.csrgrid.grid.audit.ListedEntry;
import org.csrgrid.grid.audit.ProveAudit;
import org.csrgrid.grid.audit.ReadAuditHeads;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.MemberCall;

/** An audit trail in memory; each entry is a batch of its own. */
final class MemoryAudit {

    static final AuditKey KEY = AuditKey.of("key of the tests");

    final Map<Long, AuditEntry> entries = new ConcurrentSkipListMap<>();
    volatile boolean down;

    /** Entries of requests with that id. */
    List<AuditEntry> of(String requestId) {
        return entries.values().stream()
                .filter(entry -> entry.requestId().equals(requestId))
                .toList();
    }

    Optional<Callable<?>> answer(MemberCall<?> asked) {
        return switch (asked) {
            case AppendAudit call -> Optional.of(() -> append(call));
            case AuditSearch call -> Optional.of(() -> search(call));
            case ProveAudit call -> Optional.of(() -> new FoundProof(prove(call.id())));
            case ReadAuditHeads _ -> Optional.of(() -> new AuditHeads(
                    entries.values().stream().limit(2).map(this::head).toList(), entries.size()));
            default -> Optional.empty();
        };
    }

    private Long append(AppendAudit call) {
        if (down) {
            throw new DatabaseUnavailableException("as the test wants");
        }
        call.entries().forEach(entry -> entries.put(entry.id(), entry));
        return (long) call.entries().size();
    }

    private AuditPage search(AuditSearch call) {
        List<ListedEntry> found = entries.values().stream()
                .filter(entry -> call.actorId() == AuditSearch.ANYBODY || entry.actorId() == call.actorId())
                .filter(entry -> call.action() == null || entry.action().equals(call.action()))
                .filter(entry -> call.beforeAt() == null || entry.id() < call.beforeId())
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .map(entry -> new ListedEntry(entry, 0))
                .toList();
        boolean more = found.size() > call.limit();
        return new AuditPage(more ? found.subList(0, call.limit()) : found, more);
    }

    private @org.jspecify.annotations.Nullable InclusionProof prove(long id) {
        AuditEntry entry = entries.get(id);
        return entry == null ? null : new InclusionProof(entry.canonical(), 1, List.of(), head(entry));
    }

    private SignedHead head(AuditEntry entry) {
        String leaf = Sha256.hex(HashChain.leaf(entry.canonical()));
        return KEY.sign(new AuditHead(1, 1, 1, leaf, leaf, HashChain.GENESIS, entry.at()));
    }
}
