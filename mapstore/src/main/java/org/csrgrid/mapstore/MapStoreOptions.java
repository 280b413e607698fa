package org.csrgrid.mapstore;

import java.util.EnumSet;
import java.util.Set;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.mapstore.commit.GroupCommitOptions;

/**
 * How the ledger's, the inbox's and the jobs' rows share commits; each writer has a connection of its own beside the pool.
 *
 * @param durable the channels whose new jobs are in the database before anybody is told of them
 */
public record MapStoreOptions(
        GroupCommitOptions ledger, GroupCommitOptions inbox, GroupCommitOptions jobs, Set<Channel> durable) {

    private static final int INBOX_WRITERS = 1;
    private static final int INBOX_BATCH = 256;
    private static final int JOB_WRITERS = 2;
    private static final int JOB_BATCH = 1000;

    /** Two ledger writers of 512 rows, one inbox writer of 256, two job writers of 1,000, the usual durable channels. */
    public static final MapStoreOptions DEFAULTS = of(2, 512);

    public MapStoreOptions {
        durable = Set.copyOf(durable);
    }

    /** The defaults with other numbers for the ledger. */
    public static MapStoreOptions of(int ledgerWriters, int ledgerBatchSize) {
        return new MapStoreOptions(
                GroupCommitOptions.named("ledger").with(ledgerWriters, ledgerBatchSize),
                GroupCommitOptions.named("inbox").with(INBOX_WRITERS, INBOX_BATCH),
                GroupCommitOptions.named("jobs").with(JOB_WRITERS, JOB_BATCH),
                EnumSet.of(Channel.PAYMENTS, Channel.NOTIFICATIONS, Channel.EXPORTS));
    }

    /** The same with other durable channels. */
    public MapStoreOptions withDurable(Set<Channel> channels) {
        return new MapStoreOptions(ledger, inbox, jobs, channels);
    }
}
