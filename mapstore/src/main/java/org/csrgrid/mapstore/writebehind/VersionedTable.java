package org.csrgrid.mapstore.writebehind;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.mapstore.database.SqlFault;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows carry a version: an upsert overwrites only what is older, so it may be repeated, reordered and
 * replayed. A row whose unique value belongs to a row with another key is refused instead of overwriting that one.
 *
 * @param <R> the row
 */
public final class VersionedTable<R> {
    private static final int DELETE_CHUNK = 500;

    private final String name;
    private final String keyColumn;
    private final String versionColumn;
    private final String upsert;
    private final Function<R, List<@Nullable Object>> values;

    /**
     * @param name table name
     * @param keyColumn the primary key
     * @param valueColumns every other column except the version, in the order of the parameters
     * @param versionColumn an integer column that is NOT NULL
     * @param values parameters of a row: key, values, version
     */
    public VersionedTable(
            String name,
            String keyColumn,
            List<String> valueColumns,
            String versionColumn,
            Function<R, List<@Nullable Object>> values) {
        this.name = name;
        this.keyColumn = keyColumn;
        this.versionColumn = versionColumn;
        this.values = requireNonNull(values, "values is null");
        this.upsert = upsertSql(name, keyColumn, valueColumns, versionColumn);
    }

    /** Table name. */
    public String name() {
        return name;
    }

    void upsert(Connection connection, List<R> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (R row : rows) {
                int position = 1;
                for (Object value : values.apply(row)) {
                    statement.setObject(position++, value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void delete(Connection connection, Collection<?> keys) throws SQLException {
        List<Object> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += DELETE_CHUNK) {
            List<Object> chunk = all.subList(from, Math.min(from + DELETE_CHUNK, all.size()));
            String sql = "DELETE FROM %s WHERE %s IN (%s)"
                    .formatted(
                            quote(name), quote(keyColumn), String.join(", ", Collections.nCopies(chunk.size(), "?")));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int index = 0; index < chunk.size(); index++) {
                    statement.setObject(index + 1, chunk.get(index));
                }
                statement.executeUpdate();
            }
        }
    }

    /** Why a row was refused, in one line; names the clash that {@link #upsertSql} turns into a NULL version. */
    String reason(Exception failure) {
        String reason = SqlFault.reason(failure);
        return reason.contains("'" + versionColumn + "' cannot be null")
                ? "a unique value of this row belongs to a row of " + name + " with another key"
                : reason;
    }

    /**
     * Assignments run from left to right and see the values assigned before them, so the version comes last. Its NULL for
     * a clash of unique values breaks the NOT NULL rule on purpose: that fails the statement.
     */
    private static String upsertSql(String table, String key, List<String> valueColumns, String version) {
        List<String> columns = new ArrayList<>();
        columns.add(key);
        columns.addAll(valueColumns);
        columns.add(version);
        String sameKey = "%1$s = VALUES(%1$s)".formatted(quote(key));
        String newer = "%s AND VALUES(%2$s) > %2$s".formatted(sameKey, quote(version));
        String assignments = valueColumns.stream()
                .map(column -> "%1$s = IF(%2$s, VALUES(%1$s), %1$s), ".formatted(quote(column), newer))
                .collect(Collectors.joining());
        return "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE %s%s"
                .formatted(
                        quote(table),
                        columns.stream().map(VersionedTable::quote).collect(Collectors.joining(", ")),
                        String.join(", ", Collections.nCopies(columns.size(), "?")),
                        assignments,
                        "%1$s = IF(%2$s, GREATEST(%1$s, VALUES(%1$s)), NULL)".formatted(quote(version), sameKey));
    }

    private static String quote(String identifier) {
        return "`" + identifier + "`";
    }
}
