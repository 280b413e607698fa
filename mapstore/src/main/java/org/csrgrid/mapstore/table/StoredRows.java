package org.csrgrid.mapstore.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Reads a table's rows by key. Safe for many threads; throws
 * {@link org.csrgrid.grid.cluster.DatabaseUnavailableException} when the database is away.
 *
 * @param <R> the row
 */
public final class StoredRows<R> {
    private static final int CHUNK = 1000;

    private final Reading reading;
    private final String table;
    private final String select;
    private final RowMapper<R> mapper;

    public StoredRows(Reading reading, VersionedTable<R> table, RowMapper<R> mapper) {
        this.reading = reading;
        this.table = table.name();
        this.select = "SELECT %s FROM `%s` WHERE `%s` IN (<keys>)"
                .formatted(
                        table.columns().stream()
                                .map(column -> "`" + column + "`")
                                .collect(Collectors.joining(", ")),
                        table.name(),
                        table.keyColumn());
        this.mapper = mapper;
    }

    /** The rows with these primary keys that are there, in no order. */
    public List<R> find(Collection<?> keys) {
        List<Object> all = List.copyOf(keys);
        List<R> rows = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Object> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            rows.addAll(reading.run(handle -> handle.createQuery(select)
                    .bindList("keys", chunk)
                    .map(mapper)
                    .list()));
        }
        return rows;
    }

    /** One value per row of the whole table. */
    public <K> List<K> all(String columns, RowMapper<K> key) {
        return reading.run(handle -> handle.createQuery("SELECT " + columns + " FROM `" + table + "`")
                .map(key)
                .list());
    }
}
