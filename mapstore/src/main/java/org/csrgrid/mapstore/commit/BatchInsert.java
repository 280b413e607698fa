package org.csrgrid.mapstore.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Inserts rows as one batch; safe to repeat with the same rows. */
@FunctionalInterface
public interface BatchInsert<R> {
    /**
     * Inserts {@code rows}, at least one, inside the transaction of the caller, who commits.
     *
     * @return one outcome per row, in the order of {@code rows}
     * @throws SQLException when the statement fails; then nothing of the batch may stay behind
     */
    List<RowOutcome> insert(Connection connection, List<R> rows) throws SQLException;
}
