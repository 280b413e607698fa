package org.csrgrid.mapstore.writebehind;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.mapstore.database.Bisection;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.database.SqlFault;
import org.csrgrid.mapstore.database.Transactions;
import org.csrgrid.mapstore.table.RowWriter;
import org.csrgrid.mapstore.table.StoredJson;
import org.csrgrid.mapstore.table.VersionedTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a write-behind store does with a batch: one transaction of version-guarded upserts. A row the database refuses
 * goes to the dead letters and holds up nobody. Safe for any number of threads and safe to repeat.
 *
 * @param <R> the row
 */
public final class WriteBehindBatch<R> implements RowWriter<R> {
    private static final Logger log = LoggerFactory.getLogger(WriteBehindBatch.class);

    private final String map;
    private final ConnectionSource source;
    private final VersionedTable<R> table;
    private final Function<R, String> key;
    private final DeadLetters deadLetters;

    /**
     * @param map name of the map, as it stands in the dead letters
     * @param key key of a row as text
     */
    public WriteBehindBatch(
            String map,
            ConnectionSource source,
            VersionedTable<R> table,
            Function<R, String> key,
            DeadLetters deadLetters) {
        this.map = requireNonNull(map, "map is null");
        this.source = requireNonNull(source, "source is null");
        this.table = requireNonNull(table, "table is null");
        this.key = requireNonNull(key, "key is null");
        this.deadLetters = requireNonNull(deadLetters, "deadLetters is null");
    }

    /**
     * Stores the rows that can be stored and sets the others aside; an empty collection does nothing.
     *
     * @throws DatabaseUnavailableException when the database is away; some rows may be stored, repeat them all
     */
    @Override
    public void storeAll(Collection<R> rows) {
        try {
            Bisection.write(
                    List.copyOf(rows),
                    part -> Transactions.run(source, connection -> table.upsert(connection, part)),
                    this::setAside);
        } catch (SQLException failure) {
            throw unavailable("stored", rows.size(), failure);
        }
    }

    /**
     * Deletes the rows with these keys; keys that are not there do no harm.
     *
     * @throws DatabaseUnavailableException when the database is away; some rows may be deleted, repeat them all
     */
    @Override
    public void deleteAll(Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        try {
            Bisection.write(
                    List.<Object>copyOf(keys),
                    part -> Transactions.run(source, connection -> table.delete(connection, part)),
                    (refused, failure) -> setAside(refused.toString(), "{\"deleted\": true}", failure));
        } catch (SQLException failure) {
            throw unavailable("deleted", keys.size(), failure);
        }
    }

    private void setAside(R row, Exception failure) {
        setAside(key.apply(row), payloadOf(row), failure);
    }

    private void setAside(String rowKey, String content, Exception failure) {
        String reason = table.reason(failure);
        log.error("{} row {} cannot be stored and goes to the dead letters: {}", map, rowKey, reason);
        try {
            deadLetters.add(map, rowKey, content, reason);
        } catch (SQLException away) {
            throw unavailable("set aside", 1, away);
        }
    }

    private String payloadOf(R row) {
        try {
            return StoredJson.write(table.describe(row));
        } catch (RuntimeException unreadable) {
            log.warn("{} row {} has no JSON form; its text form is kept instead", map, key.apply(row), unreadable);
            return String.valueOf(row);
        }
    }

    private DatabaseUnavailableException unavailable(String what, int count, SQLException failure) {
        return new DatabaseUnavailableException(
                "%d rows of %s could not be %s now: %s".formatted(count, map, what, SqlFault.reason(failure)), failure);
    }
}
