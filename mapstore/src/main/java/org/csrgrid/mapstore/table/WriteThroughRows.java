package org.csrgrid.mapstore.table;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.commit.PoisonRowException;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.database.SqlFault;
import org.csrgrid.mapstore.database.Transactions;

/**
 * What a write-through store does with its rows: all or none in one transaction, and the caller learns why not.
 *
 * @param <R> the row
 */
public final class WriteThroughRows<R> implements RowWriter<R> {
    private final ConnectionSource source;
    private final VersionedTable<R> table;

    public WriteThroughRows(ConnectionSource source, VersionedTable<R> table) {
        this.source = source;
        this.table = table;
    }

    /**
     * Returns when the rows are committed.
     *
     * @throws DuplicateEntryException when a unique value belongs to another row
     * @throws PoisonRowException when the database refuses a row for another reason
     * @throws DatabaseUnavailableException when the database is away; repeat it
     */
    @Override
    public void storeAll(Collection<R> rows) {
        run(connection -> table.upsert(connection, List.copyOf(rows)));
    }

    @Override
    public void deleteAll(Collection<?> keys) {
        run(connection -> table.delete(connection, keys));
    }

    private void run(Transactions.Work work) {
        try {
            Transactions.run(source, work);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private RuntimeException translated(SQLException failure) {
        String reason = table.reason(failure);
        if (SqlFault.of(failure) != SqlFault.DATA) {
            return new DatabaseUnavailableException(reason);
        }
        return table.isUniqueClash(failure) ? new DuplicateEntryException(reason) : new PoisonRowException(reason);
    }
}
