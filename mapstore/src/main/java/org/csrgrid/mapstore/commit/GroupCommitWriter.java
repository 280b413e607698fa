package org.csrgrid.mapstore.commit;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.database.Bisection;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.database.SqlFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes append-only rows durable for many callers at once: whatever waits is written as one batch in one transaction, so
 * that the callers share the cost of one commit. Safe for any number of threads, virtual ones included.
 *
 * @param <R> the row
 */
public final class GroupCommitWriter<R> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final long IDLE_POLL_MILLIS = 50;

    private final GroupCommitOptions options;
    private final ConnectionSource source;
    private final BatchInsert<R> insert;
    private final BiFunction<R, String, RuntimeException> conflictException;
    private final BlockingQueue<PendingRow<R>> queue;
    private final OutageGate gate;
    private final List<Thread> writers = new ArrayList<>();
    private final LongAdder batches = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder failedRows = new LongAdder();
    private final LongAdder commitNanos = new LongAdder();
    private final AtomicLong slowestCommitNanos = new AtomicLong();
    private volatile boolean closed;

    /**
     * Starts the writer threads; connections are opened when the first row comes.
     *
     * @param source gives connections of the writers' own, best beside the pool
     * @param conflictException makes the exception for a row that clashes with another, from the row and one line
     */
    public GroupCommitWriter(
            GroupCommitOptions options,
            ConnectionSource source,
            BatchInsert<R> insert,
            BiFunction<R, String, RuntimeException> conflictException) {
        this.options = requireNonNull(options, "options is null");
        this.source = requireNonNull(source, "source is null");
        this.insert = requireNonNull(insert, "insert is null");
        this.conflictException = requireNonNull(conflictException, "conflictException is null");
        this.queue = new ArrayBlockingQueue<>(options.queueCapacity());
        this.gate = new OutageGate(options.probeInterval(), System::nanoTime);
        for (int number = 1; number <= options.writers(); number++) {
            writers.add(Thread.ofPlatform()
                    .daemon()
                    .name(options.name() + "-writer-" + number)
                    .start(this::writeUntilClosed));
        }
    }

    /**
     * Returns when the row is committed, or was there before with the same content. Repeating a row is safe.
     *
     * @throws PoisonRowException when the database refuses this row; the others of its batch are not affected
     * @throws DatabaseUnavailableException when the database is away or too many rows wait; the row may have
     *     been committed all the same: repeat it to find out
     * @throws WriterClosedException after {@link #close()}
     * @throws RuntimeException what {@code conflictException} made, when another row holds the key or a unique value
     */
    public void append(R row) {
        offer(row).await();
    }

    /**
     * As {@link #append} for several rows, which travel together and wait together.
     *
     * @return what became of each: inserted, or there before with the same content
     */
    public List<RowOutcome> appendAll(List<R> several) {
        List<PendingRow<R>> pending = new ArrayList<>(several.size());
        RuntimeException failure = null;
        try {
            several.forEach(row -> pending.add(offer(row)));
        } catch (RuntimeException refused) {
            failure = refused;
        }
        List<RowOutcome> outcomes = new ArrayList<>(pending.size());
        for (PendingRow<R> row : pending) {
            try {
                outcomes.add(row.await());
            } catch (RuntimeException refused) {
                failure = failure == null ? refused : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return outcomes;
    }

    private PendingRow<R> offer(R row) {
        PendingRow<R> pending = new PendingRow<>(requireNonNull(row, "row is null"));
        if (closed) {
            throw new WriterClosedException(options.name());
        }
        if (!gate.admits()) {
            throw refused("the database does not answer");
        }
        if (!queue.offer(pending)) {
            throw refused("%d rows wait already".formatted(options.queueCapacity()));
        }
        // The writers may have ended between the check above and the offer; then nobody else will take the row.
        if (closed && queue.remove(pending)) {
            throw new WriterClosedException(options.name());
        }
        return pending;
    }

    /** The counters at this moment. */
    public GroupCommitFigures figures() {
        long committed = batches.sum();
        return new GroupCommitFigures(
                committed,
                rows.sum(),
                failedRows.sum(),
                queue.size(),
                Duration.ofNanos(committed == 0 ? 0 : commitNanos.sum() / committed),
                Duration.ofNanos(slowestCommitNanos.get()));
    }

    /** True from a failed batch until the next commit that succeeds. */
    public boolean isDatabaseAway() {
        return gate.isOutage();
    }

    /** Takes no more rows, writes those that wait, and returns when the writers have ended. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Thread writer : writers) {
            while (writer.isAlive()) {
                try {
                    writer.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed() {
        try (WriterConnection<R> connection = new WriterConnection<>(source, insert)) {
            List<PendingRow<R>> batch = new ArrayList<>(options.batchSize());
            while (!closed || !queue.isEmpty()) {
                take(batch);
                if (!batch.isEmpty()) {
                    write(connection, batch);
                    batch.clear();
                }
            }
        }
    }

    private void take(List<PendingRow<R>> batch) {
        try {
            PendingRow<R> first = queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, options.batchSize() - 1);
            }
        } catch (InterruptedException ignored) {
            log.warn(
                    "{} was interrupted and goes on: only close() ends it",
                    Thread.currentThread().getName());
        }
    }

    private void write(WriterConnection<R> connection, List<PendingRow<R>> batch) {
        try {
            Bisection.write(
                    batch,
                    part -> commit(connection, part),
                    (pending, failure) -> fail(pending, new PoisonRowException(SqlFault.reason(failure), failure)));
        } catch (DatabaseUnavailableException failure) {
            outage(batch, failure);
        } catch (SQLException | RuntimeException | Error failure) {
            outage(batch, new DatabaseUnavailableException(SqlFault.reason(failure), failure));
        }
    }

    private void commit(WriterConnection<R> connection, List<PendingRow<R>> part) throws SQLException {
        long started = System.nanoTime();
        List<RowOutcome> outcomes =
                connection.commit(part.stream().map(PendingRow::row).toList());
        gate.recovered();
        count(System.nanoTime() - started);
        for (int index = 0; index < part.size(); index++) {
            settle(part.get(index), outcomes.get(index));
        }
    }

    private void settle(PendingRow<R> pending, RowOutcome outcome) {
        switch (outcome) {
            case RowOutcome.Inserted inserted -> succeed(pending, inserted);
            case RowOutcome.AlreadyThere alreadyThere -> succeed(pending, alreadyThere);
            case RowOutcome.Conflict conflict ->
                fail(pending, conflictException.apply(pending.row(), conflict.description()));
        }
    }

    private void succeed(PendingRow<R> pending, RowOutcome outcome) {
        rows.increment();
        pending.succeed(outcome);
    }

    private void fail(PendingRow<R> pending, RuntimeException reason) {
        failedRows.increment();
        pending.fail(reason);
    }

    /**
     * Refuses the rows at hand and those that wait, so that nobody is held for a time-out of its own. The driver's
     * exception stays in the log: its class is not known to everybody the callers' exceptions travel to.
     */
    private void outage(List<PendingRow<R>> batch, DatabaseUnavailableException failure) {
        if (!gate.isOutage()) {
            log.warn("{}: {}; rows are refused until it answers again", options.name(), failure.getMessage());
            log.debug("{}: the outage in full", options.name(), failure);
        }
        gate.outage();
        for (PendingRow<R> pending : batch) {
            if (!pending.isSettled()) {
                fail(pending, new DatabaseUnavailableException(String.valueOf(failure.getMessage())));
            }
        }
        List<PendingRow<R>> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        for (PendingRow<R> pending : waiting) {
            fail(pending, refused("the database does not answer"));
        }
    }

    private DatabaseUnavailableException refused(String why) {
        return new DatabaseUnavailableException(
                "%s takes no row now, nothing was written: %s".formatted(options.name(), why));
    }

    private void count(long nanos) {
        batches.increment();
        commitNanos.add(nanos);
        slowestCommitNanos.accumulateAndGet(nanos, Math::max);
    }
}
