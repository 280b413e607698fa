package org.csrgrid.mapstore.audit;

import java.util.List;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.commit.GroupCommitOptions;
import org.csrgrid.mapstore.commit.GroupCommitWriter;
import org.csrgrid.mapstore.database.ConnectionSource;

/** Makes entries durable; many callers share one commit. Safe for many threads. */
public final class AuditLog implements AutoCloseable {

    private static final int WRITERS = 1;
    private static final int BATCH = 1000;

    private final GroupCommitWriter<AuditEntry> writer;

    /** Starts the writer. */
    public AuditLog(ConnectionSource direct) {
        writer = new GroupCommitWriter<>(
                GroupCommitOptions.named("audit").with(WRITERS, BATCH),
                direct,
                AuditEventRow.insert(),
                (_, conflict) -> new DuplicateEntryException(conflict));
    }

    /**
     * Returns when the entries are committed; a repeat is harmless.
     *
     * @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when it is unknown whether they are there; repeat them
     */
    public void append(List<AuditEntry> entries) {
        writer.appendAll(entries);
    }

    @Override
    public void close() {
        writer.close();
    }
}
