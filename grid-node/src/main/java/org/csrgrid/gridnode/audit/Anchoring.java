package org.csrgrid.gridnode.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.audit.AuditHeads;
import org.csrgrid.mapstore.audit.AnchorFolder;
import org.csrgrid.mapstore.audit.AuditDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies new heads out of the database. Where the database no longer follows from what was anchored, nothing is appended and everybody hears of it. */
final class Anchoring {

    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);
    private static final int AT_ONCE = 500;

    private final AuditDao trail;
    private final AnchorFolder folder;

    Anchoring(AuditDao trail, AnchorFolder folder) {
        this.trail = trail;
        this.folder = folder;
    }

    /** Brings the folder up to date; what cannot be written now is written the next time. */
    void run() {
        try {
            while (appendSome()) {
                LOG.debug("More heads are to be anchored");
            }
        } catch (IOException unwritable) {
            LOG.error("Heads of the audit trail cannot be anchored; it is tried again: {}", unwritable.toString());
        }
    }

    private boolean appendSome() throws IOException {
        Optional<AuditHead> anchored = folder.newest().map(SignedHead::head);
        long number = anchored.map(AuditHead::number).orElse(0L);
        AuditHeads found = trail.heads(number, AT_ONCE);
        if (!follows(anchored, found)) {
            LOG.error(
                    "The audit trail in the database does not follow from head {} as it was anchored: run verify-audit",
                    number);
            return false;
        }
        folder.append(found.heads());
        return found.heads().size() == AT_ONCE;
    }

    private static boolean follows(Optional<AuditHead> anchored, AuditHeads found) {
        if (found.newest() < anchored.map(AuditHead::number).orElse(0L)) {
            return false;
        }
        String previous = anchored.map(AuditHead::hash).orElse(HashChain.GENESIS);
        List<SignedHead> heads = found.heads();
        return heads.isEmpty() || heads.getFirst().head().previous().equals(previous);
    }
}
