package org.csrgrid.mapstore.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives a connection that the caller closes; safe to call from any thread. */
@FunctionalInterface
public interface ConnectionSource {
    /**
     * Opens or borrows a connection.
     *
     * @throws SQLException when the database does not answer within the connect time-out
     */
    Connection open() throws SQLException;
}
