package org.csrgrid.mapstore.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.MerkleTree;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.lock.FencedRow;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Puts what was recorded at the end of the chain, batch by batch, each in one transaction under a lock's fencing token. Entries of the ledger are derived
 * from its rows; the unique key of the chain sees to it that each is sealed once.
 */
public final class AuditSealing {

    private static final FencedRow FENCE = new FencedRow("audit_sealer", "name", "seal");

    private final Reading reading;
    private final Function<AuditHead, SignedHead> signer;

    private record Found(AuditSource source, AuditEntry entry) {}

    public AuditSealing(Reading reading, Function<AuditHead, SignedHead> signer) {
        this.reading = reading;
        this.signer = signer;
    }

    /**
     * Seals one batch.
     *
     * @param token of the lock, so that an earlier holder seals nothing any more
     * @param since looks at what happened from then on
     * @return the new head; empty if there was nothing to seal or a later holder was here
     * @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when the database is away; repeat it
     */
    public Optional<SignedHead> seal(long token, Instant since, Instant now, int most) {
        return reading.run(handle -> {
            handle.execute("INSERT IGNORE INTO audit_sealer (name, fencing_token) VALUES ('seal', 0)");
            return handle.inTransaction(
                    TransactionIsolationLevel.READ_COMMITTED,
                    transaction -> FENCE.claim(transaction, token)
                            ? sealed(transaction, since, now, most)
                            : Optional.<SignedHead>empty());
        });
    }

    private Optional<SignedHead> sealed(Handle handle, Instant since, Instant now, int most) {
        List<Found> found = unsealed(handle, Micros.of(since), most);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<SignedHead> previous = AuditChainRows.newestHead(handle);
        List<byte[]> leaves = found.stream()
                .map(entry -> HashChain.leaf(entry.entry().canonical()))
                .toList();
        long first = previous.map(head -> head.head().lastPosition() + 1).orElse(1L);
        String chain = previous.map(head -> head.head().chain()).orElse(HashChain.GENESIS);
        var head = new AuditHead(
                previous.map(earlier -> earlier.head().number() + 1).orElse(1L),
                first,
                found.size(),
                Sha256.hex(MerkleTree.root(leaves)),
                insert(handle, found, leaves, first, chain),
                previous.map(earlier -> earlier.head().hash()).orElse(HashChain.GENESIS),
                now);
        SignedHead signed = signer.apply(head);
        insert(handle, signed);
        return Optional.of(signed);
    }

    private static List<Found> unsealed(Handle handle, long since, int most) {
        var found = new ArrayList<Found>();
        for (AuditSource source : AuditSource.values()) {
            source.unsealed(handle, since, Long.MAX_VALUE, most)
                    .forEach(entry -> found.add(new Found(source, entry)));
        }
        found.sort(Comparator.comparing((Found one) -> one.entry().at())
                .thenComparing(one -> one.entry().id()));
        return found.size() > most ? found.subList(0, most) : found;
    }

    /** Answers the last link. */
    private static String insert(
            Handle handle, List<Found> found, List<byte[]> leaves, long first, String chain) {
        byte[] link = Sha256.bytes(chain);
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO audit_chain (position, source, source_id, link) VALUES (?, ?, ?, ?)");
        for (int index = 0; index < found.size(); index++) {
            link = HashChain.link(link, leaves.get(index));
            Found one = found.get(index);
            batch.add(first + index, one.source().code(), one.entry().id(), link);
        }
        batch.execute();
        return Sha256.hex(link);
    }

    private static void insert(Handle handle, SignedHead signed) {
        AuditHead head = signed.head();
        handle.execute(
                """
                INSERT INTO audit_head
                    (number, first_position, entries, root, chain, previous, sealed_at, public_key, signature)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                head.number(),
                head.firstPosition(),
                head.entries(),
                head.root(),
                head.chain(),
                head.previous(),
                Micros.of(head.sealedAt()),
                signed.publicKey(),
                signed.signature());
    }
}
