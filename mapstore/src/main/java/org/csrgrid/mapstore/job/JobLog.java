package org.csrgrid.mapstore.job;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.commit.GroupCommitFigures;
import org.csrgrid.mapstore.commit.GroupCommitOptions;
import org.csrgrid.mapstore.commit.GroupCommitWriter;
import org.csrgrid.mapstore.commit.RowOutcome;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** Makes new jobs durable before anybody is told of them; many callers share one commit. Safe for many threads. */
public final class JobLog implements AutoCloseable {
    private final GroupCommitWriter<Job> writer;
    private final WriteThroughRows<Job> rows;

    /**
     * Starts the writers.
     *
     * @param direct gives the writers connections of their own
     */
    public JobLog(GroupCommitOptions options, ConnectionSource direct, ConnectionSource pool) {
        writer = new GroupCommitWriter<>(
                options, direct, JobRow.insert(), (_, conflict) -> new DuplicateEntryException(conflict));
        rows = new WriteThroughRows<>(pool, JobRow.table());
    }

    /**
     * Returns when the jobs are committed, those whose id had no row.
     *
     * @return the ids that had one, by whomever it was written; nothing happened to them
     * @throws org.csrgrid.mapstore.commit.PoisonRowException when the database refuses one of them; the others are committed
     * @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when it is unknown whether they are there; repeat them
     */
    public Set<String> insert(List<Job> jobs) {
        List<RowOutcome> outcomes = writer.appendAll(jobs);
        Set<String> known = new HashSet<>();
        for (int index = 0; index < outcomes.size(); index++) {
            if (outcomes.get(index) instanceof RowOutcome.AlreadyThere) {
                known.add(jobs.get(index).id());
            }
        }
        return known;
    }

    /**
     * Returns when these versions or later ones are committed.
     *
     * @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when the database is away; repeat it
     */
    public void put(Collection<Job> jobs) {
        rows.storeAll(jobs);
    }

    /** Takes rows back whose jobs joined one that is only in memory. */
    public void remove(Collection<String> ids) {
        rows.deleteAll(ids);
    }

    /** The writers' counters at this moment. */
    public GroupCommitFigures figures() {
        return writer.figures();
    }

    /** Commits what waits and ends the writers. */
    @Override
    public void close() {
        writer.close();
    }
}
