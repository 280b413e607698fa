package org.csrgrid.mapstore.commit;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.database.SqlFault;
import org.csrgrid.mapstore.database.Transactions;
import org.jspecify.annotations.Nullable;

/** The connection of one writer thread: kept open, replaced when it breaks. Used by that thread only. */
final class WriterConnection<R> implements AutoCloseable {
    private final ConnectionSource source;
    private final BatchInsert<R> insert;
    private @Nullable Connection current;

    WriterConnection(ConnectionSource source, BatchInsert<R> insert) {
        this.source = source;
        this.insert = insert;
    }

    /**
     * Commits the rows in one transaction. A connection that turns out to be broken is replaced and the batch repeated
     * once, which is harmless because a row that did arrive is recognized.
     *
     * @throws SQLException when a row cannot be stored; nothing was written
     * @throws DatabaseUnavailableException when the database is away
     */
    List<RowOutcome> commit(List<R> rows) throws SQLException {
        boolean reused = current != null;
        Attempt attempt = new Attempt();
        try {
            return attempt.run(rows);
        } catch (SQLException | RuntimeException failure) {
            if (SqlFault.of(failure) == SqlFault.DATA) {
                throw failure;
            }
            close();
            if (!reused || isTimeout(failure) || SqlFault.of(failure) == SqlFault.LOCK) {
                throw unavailable(failure, attempt.committing);
            }
            return repeat(rows, attempt.committing);
        }
    }

    @Override
    public void close() {
        Connection connection = current;
        current = null;
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nothing to save: whatever was not committed is rolled back by the server.
            return;
        }
    }

    private List<RowOutcome> repeat(List<R> rows, boolean mayBeCommitted) throws SQLException {
        Attempt attempt = new Attempt();
        try {
            return attempt.run(rows);
        } catch (SQLException | RuntimeException failure) {
            if (SqlFault.of(failure) == SqlFault.DATA) {
                throw failure;
            }
            close();
            throw unavailable(failure, mayBeCommitted || attempt.committing);
        }
    }

    private static DatabaseUnavailableException unavailable(Exception failure, boolean outcomeUnknown) {
        String effect = outcomeUnknown ? "the rows may have been written" : "the rows were not written";
        return new DatabaseUnavailableException(
                "The database is not available, %s: %s".formatted(effect, SqlFault.reason(failure)), failure);
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** One try; remembers whether the commit was under way when it failed. */
    private final class Attempt {
        private boolean committing;

        List<RowOutcome> run(List<R> rows) throws SQLException {
            Connection connection = connection();
            List<RowOutcome> outcomes = new ArrayList<>(rows.size());
            Transactions.runRepeating(connection, open -> {
                outcomes.clear();
                outcomes.addAll(insert.insert(open, rows));
            });
            committing = true;
            connection.commit();
            return outcomes;
        }

        private Connection connection() throws SQLException {
            Connection connection = current;
            if (connection == null) {
                connection = source.open();
                current = connection;
                Transactions.prepare(connection);
            }
            return connection;
        }
    }
}
