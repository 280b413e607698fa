package org.csrgrid.mapstore.table;

import java.sql.Connection;
import java.sql.SQLException;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.database.SqlFault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries and small updates. When the database is away they throw {@link DatabaseUnavailableException} without the
 * driver's exception, whose class is not known to everybody the failure travels to. Safe for many threads.
 */
public final class Reading {
    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final Jdbi jdbi;

    public Reading(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs statements on one connection, each for itself. */
    public <T> T run(HandleCallback<T, RuntimeException> statements) {
        try {
            return jdbi.withHandle(statements);
        } catch (JdbiException failure) {
            if (SqlFault.of(failure) == SqlFault.DATA) {
                throw failure;
            }
            log.debug("a statement failed", failure);
            throw new DatabaseUnavailableException(SqlFault.reason(failure));
        }
    }

    /** Runs queries that all see the database as it was at the first. */
    public <T> T snapshot(HandleCallback<T, RuntimeException> queries) {
        return run(handle -> {
            begin(handle);
            try {
                return queries.withHandle(handle);
            } finally {
                handle.execute("COMMIT");
            }
        });
    }

    private static void begin(Handle handle) {
        try {
            handle.getConnection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(SqlFault.reason(failure));
        }
        handle.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
}
