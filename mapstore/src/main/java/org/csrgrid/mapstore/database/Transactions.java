package org.csrgrid.mapstore.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs work in READ COMMITTED transactions and repeats it when it lost a race for locks. */
public final class Transactions {
    private static final int ATTEMPTS = 5;

    /** Statements of one transaction; may run more than once. */
    @FunctionalInterface
    public interface Work {
        /** Runs the statements; neither commits nor closes. */
        void run(Connection connection) throws SQLException;
    }

    private Transactions() {}

    /** Borrows a connection, runs the work and commits; rolls back and throws on failure. */
    public static void run(ConnectionSource source, Work work) throws SQLException {
        try (Connection connection = source.open()) {
            prepare(connection);
            try {
                runRepeating(connection, work);
                connection.commit();
            } finally {
                restore(connection);
            }
        }
    }

    /** Switches a connection to explicit READ COMMITTED transactions. */
    public static void prepare(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    /** Runs the work without committing; deadlocks and lock time-outs roll back and repeat it a few times. */
    public static void runRepeating(Connection connection, Work work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run(connection);
                return;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                if (SqlFault.of(failure) != SqlFault.LOCK || attempt == ATTEMPTS) {
                    throw failure;
                }
                pauseAfter(attempt);
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            // A broken connection is thrown away by the pool; the failure that broke it is already on its way.
            return;
        }
    }

    private static void pauseAfter(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(1, 10L << attempt);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
