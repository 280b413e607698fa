package org.csrgrid.mapstore;

import org.csrgrid.mapstore.commit.GroupCommitOptions;

/** How the ledger's and the inbox's rows share commits; each writer has a connection of its own beside the pool. */
public record MapStoreOptions(GroupCommitOptions ledger, GroupCommitOptions inbox) {

    private static final int INBOX_WRITERS = 1;
    private static final int INBOX_BATCH = 256;

    /** Two ledger writers of 512 rows, one inbox writer of 256. */
    public static final MapStoreOptions DEFAULTS = of(2, 512);

    /** The defaults with other numbers for the ledger. */
    public static MapStoreOptions of(int ledgerWriters, int ledgerBatchSize) {
        return new MapStoreOptions(
                GroupCommitOptions.named("ledger").with(ledgerWriters, ledgerBatchSize),
                GroupCommitOptions.named("inbox").with(INBOX_WRITERS, INBOX_BATCH));
    }
}
