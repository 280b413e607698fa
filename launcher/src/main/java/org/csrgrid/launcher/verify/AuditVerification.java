package org.csrgrid.launcher.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.MerkleTree;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.audit.AuditKey;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.audit.AnchorFolder;
import org.csrgrid.mapstore.audit.AuditChainRows;
import org.csrgrid.mapstore.audit.AuditSource;
import org.csrgrid.mapstore.audit.ChainedEntry;
import org.csrgrid.mapstore.table.Reading;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Checks the whole audit trail from one snapshot of the database and from what was anchored outside it, batch by batch, so memory does not grow with it. Every
 * entry is hashed anew from what the database says now.
 */
public final class AuditVerification {

    private static final int HEADS = 200;
    private static final int UNSEALED_SHOWN = 100;

    private final Handle snapshot;
    private final String publicKey;
    private final Map<Long, SignedHead> anchored = new HashMap<>();
    private final AuditFindings findings = new AuditFindings();
    private AuditHead previous = new AuditHead(0, 1, 0, "", HashChain.GENESIS, "", Instant.EPOCH);
    private String previousHash = HashChain.GENESIS;

    private AuditVerification(Handle snapshot, String publicKey) {
        this.snapshot = snapshot;
        this.publicKey = publicKey;
    }

    /**
     * Checks everything; changes nothing.
     *
     * @param publicKey that heads have to be signed with, in hexadecimal; never taken from database or anchors
     * @param sealedBefore what was recorded before has to be sealed by now
     * @throws CannotVerifyException if the database or the anchors cannot be read
     */
    public static AuditFindings run(Jdbi database, AnchorFolder anchors, String publicKey, Instant sealedBefore) {
        try {
            List<SignedHead> heads = anchors.read();
            return new Reading(database).snapshot(snapshot -> {
                var verification = new AuditVerification(snapshot, publicKey);
                verification.take(heads);
                verification.check(sealedBefore);
                return verification.findings;
            });
        } catch (IOException unreadable) {
            throw new CannotVerifyException("the anchored heads cannot be read: " + unreadable, unreadable);
        } catch (DatabaseUnavailableException | JdbiException unreadable) {
            throw new CannotVerifyException("the database cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private void take(List<SignedHead> heads) {
        for (SignedHead head : heads) {
            long number = head.head().number();
            if (!AuditKey.isSigned(head, publicKey)) {
                findings.wrong("anchored head %d: not signed with the key %s", number, publicKey);
            }
            SignedHead other = anchored.putIfAbsent(number, head);
            if (other != null && !other.head().equals(head.head())) {
                findings.wrong("head %d is anchored twice with different content", number);
            }
        }
        findings.anchored(anchored.size());
    }

    private void check(Instant sealedBefore) {
        List<SignedHead> heads = AuditChainRows.headsAfter(snapshot, Long.MIN_VALUE, HEADS);
        while (!heads.isEmpty()) {
            heads.forEach(this::check);
            heads = AuditChainRows.headsAfter(snapshot, previous.number(), HEADS);
        }
        checkEnd();
        checkUnsealed(sealedBefore);
    }

    private void check(SignedHead signed) {
        AuditHead head = signed.head();
        checkHead(signed);
        checkAnchor(head);
        checkEntries(head);
        findings.looked(head.entries(), 1);
        previous = head;
        previousHash = head.hash();
    }

    private void checkHead(SignedHead signed) {
        AuditHead head = signed.head();
        if (head.number() != previous.number() + 1) {
            findings.wrong("heads %d to %d are missing", previous.number() + 1, head.number() - 1);
        } else if (head.firstPosition() != previous.lastPosition() + 1) {
            findings.wrong(
                    "head %d begins at position %d (expected: %d)",
                    head.number(), head.firstPosition(), previous.lastPosition() + 1);
        } else if (!head.previous().equals(previousHash)) {
            findings.wrong("head %d does not follow from head %d", head.number(), previous.number());
        }
        if (!AuditKey.isSigned(signed, publicKey)) {
            findings.wrong(
                    "head %d, positions %d to %d: not signed with the key %s",
                    head.number(), head.firstPosition(), head.lastPosition(), publicKey);
        }
    }

    private void checkAnchor(AuditHead head) {
        SignedHead anchor = anchored.remove(head.number());
        if (anchor != null && !anchor.head().equals(head)) {
            findings.wrong(
                    "head %d, positions %d to %d: another one was anchored",
                    head.number(), head.firstPosition(), head.lastPosition());
        }
    }

    /** Each link is checked from the stored one before, so that one bad entry does not make all later ones bad. */
    private void checkEntries(AuditHead head) {
        byte[] before = Sha256.bytes(previous.chain());
        long position = head.firstPosition();
        var leaves = new ArrayList<byte[]>();
        for (ChainedEntry chained : AuditChainRows.entries(snapshot, head.firstPosition(), head.lastPosition())) {
            if (chained.position() != position) {
                findings.wrong("positions %d to %d are missing in the chain", position, chained.position() - 1);
            }
            position = chained.position() + 1;
            check(chained, before, leaves);
            before = Sha256.bytes(chained.link());
        }
        if (position != head.lastPosition() + 1) {
            findings.wrong("positions %d to %d are missing in the chain", position, head.lastPosition());
        }
        checkEnd(head, before, leaves);
    }

    private void check(ChainedEntry chained, byte[] before, List<byte[]> leaves) {
        AuditEntry entry = chained.entry();
        if (entry == null) {
            findings.wrong("%s: deleted", name(chained));
            return;
        }
        byte[] leaf = HashChain.leaf(entry.canonical());
        leaves.add(leaf);
        if (!Sha256.hex(HashChain.link(before, leaf)).equals(chained.link())) {
            findings.wrong("%s: not what was sealed", name(chained));
        }
    }

    private static String name(ChainedEntry chained) {
        return "%s %d at position %d"
                .formatted(
                        chained.source() == AuditSource.LEDGER ? "ledger entry" : "event",
                        chained.sourceId(),
                        chained.position());
    }

    private void checkEnd(AuditHead head, byte[] last, List<byte[]> leaves) {
        if (!Sha256.hex(last).equals(head.chain())) {
            findings.wrong(
                    "head %d: the chain from position %d to %d does not end in it",
                    head.number(), head.firstPosition(), head.lastPosition());
        } else if (leaves.size() == head.entries()
                && !Sha256.hex(MerkleTree.root(leaves)).equals(head.root())) {
            findings.wrong(
                    "head %d: the entries from position %d to %d do not make its root",
                    head.number(), head.firstPosition(), head.lastPosition());
        }
    }

    private void checkEnd() {
        anchored.keySet().stream().sorted().findFirst().ifPresent(number -> findings.wrong(
                "the trail ends with head %d, but %d heads from %d on were anchored",
                previous.number(), anchored.size(), number));
        snapshot.createQuery("SELECT MIN(position) FROM audit_chain WHERE position > :last OR position < 1")
                .bind("last", previous.lastPosition())
                .mapTo(Long.class)
                .findOne()
                .ifPresent(position -> findings.wrong("position %d belongs to no head", position));
    }

    private void checkUnsealed(Instant before) {
        for (AuditSource source : AuditSource.values()) {
            source.unsealed(snapshot, Long.MIN_VALUE, Micros.of(before), UNSEALED_SHOWN)
                    .forEach(entry -> findings.wrong(
                            "%s %d of %s: never sealed", source == AuditSource.LEDGER ? "ledger entry" : "event",
                            entry.id(), entry.at()));
        }
    }
}
