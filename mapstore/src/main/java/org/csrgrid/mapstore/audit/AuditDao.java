package org.csrgrid.mapstore.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.MerkleTree;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.audit.AuditHeads;
import org.csrgrid.grid.audit.AuditPage;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.InclusionProof;
import org.csrgrid.grid.audit.ListedEntry;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;

/**
 * What is read from the audit trail. Every method throws {@link org.csrgrid.grid.cluster.DatabaseUnavailableException} when the database is away. Safe for
 * many threads.
 */
public final class AuditDao {

    private static final Comparator<ListedEntry> NEWEST_FIRST = Comparator.comparing(
                    (ListedEntry listed) -> listed.entry().at())
            .thenComparing(listed -> listed.entry().id())
            .reversed();

    private final Reading reading;

    public AuditDao(Reading reading) {
        this.reading = reading;
    }

    public AuditPage search(AuditSearch search) {
        return reading.run(handle -> {
            var found = new ArrayList<ListedEntry>();
            for (AuditSource source : AuditSource.values()) {
                AuditConditions.of(source, search)
                        .ifPresent(conditions -> found.addAll(conditions.find(handle, search.limit() + 1)));
            }
            found.sort(NEWEST_FIRST);
            boolean more = found.size() > search.limit();
            return new AuditPage(more ? found.subList(0, search.limit()) : found, more);
        });
    }

    /** Empty if there is no such entry or it is not sealed yet. Of a batch something is missing in, nothing is proven. */
    public Optional<InclusionProof> prove(long id) {
        return reading.snapshot(handle -> {
            for (AuditSource source : AuditSource.values()) {
                OptionalLong position = AuditChainRows.position(handle, source, id);
                if (position.isPresent()) {
                    return AuditChainRows.headOf(handle, position.getAsLong())
                            .flatMap(head -> prove(handle, head, position.getAsLong()));
                }
            }
            return Optional.<InclusionProof>empty();
        });
    }

    private static Optional<InclusionProof> prove(Handle handle, SignedHead head, long position) {
        List<String> texts =
                AuditChainRows.entries(handle, head.head().firstPosition(), head.head().lastPosition()).stream()
                        .map(ChainedEntry::entry)
                        .filter(Objects::nonNull)
                        .map(entry -> entry.canonical())
                        .toList();
        if (texts.size() != head.head().entries()) {
            return Optional.empty();
        }
        int index = Math.toIntExact(position - head.head().firstPosition());
        List<byte[]> leaves = texts.stream().map(HashChain::leaf).toList();
        List<String> path =
                MerkleTree.path(leaves, index).stream().map(Sha256::hex).toList();
        return Optional.of(new InclusionProof(texts.get(index), position, path, head));
    }

    public Optional<SignedHead> newest() {
        return reading.run(AuditChainRows::newestHead);
    }

    public AuditHeads heads(long after, int limit) {
        return reading.snapshot(handle -> new AuditHeads(
                AuditChainRows.headsAfter(handle, after, limit),
                AuditChainRows.newestHead(handle)
                        .map(head -> head.head().number())
                        .orElse(0L)));
    }
}
