package org.csrgrid.mapstore.table;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final List<String> columns;
    private final List<String> versionColumns;
    private final String upsert;
    private final Function<R, List<@Nullable Object>> values;

    /**
     * @param name table name
     * @param keyColumn the primary key
     * @param valueColumns every column but the key and the version
     * @param versionColumns integer columns that are NOT NULL and say together which of two rows is newer, most
     *     significant first
     * @param values parameters of a row: key, values, version
     */
    public VersionedTable(
            String name,
            String keyColumn,
            List<String> valueColumns,
            List<String> versionColumns,
            Function<R, List<@Nullable Object>> values) {
        this.name = name;
        this.keyColumn = keyColumn;
        this.columns = Stream.of(List.of(keyColumn), valueColumns, versionColumns)
                .flatMap(List::stream)
                .toList();
        this.versionColumns = List.copyOf(versionColumns);
        this.values = requireNonNull(values, "values is null");
        this.upsert = upsertSql(valueColumns, versionColumns);
    }

    /** Table name. */
    public String name() {
        return name;
    }

    /** The primary key's column. */
    public String keyColumn() {
        return keyColumn;
    }

    /** All columns: key, values, version. */
    public List<String> columns() {
        return columns;
    }

    /** A row's columns and what stands in them. */
    public Map<String, @Nullable Object> describe(R row) {
        List<@Nullable Object> parameters = values.apply(row);
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            described.put(columns.get(index), parameters.get(index));
        }
        return described;
    }

    /** Writes rows as one batch inside the caller's transaction; the caller commits. */
    public void upsert(Connection connection, List<R> rows) throws SQLException {
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

    /** Deletes by primary key inside the caller's transaction; the caller commits. */
    public void delete(Connection connection, Collection<?> keys) throws SQLException {
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

    /** Why a row was refused, in one line; names the clash that the upsert turns into a NULL version. */
    public String reason(Exception failure) {
        return isUniqueClash(failure)
                ? "a unique value of this row belongs to a row of " + name + " with another key"
                : SqlFault.reason(failure);
    }

    /** Whether an upsert failed because a unique value belongs to a row with another key. */
    public boolean isUniqueClash(Exception failure) {
        String reason = SqlFault.reason(failure);
        return versionColumns.stream().anyMatch(version -> reason.contains("'" + version + "' cannot be null"));
    }

    /**
     * Assignments run from left to right and see the values assigned before them, so the version comes last and its most
     * significant column at the very end. NULL for a clash of unique values breaks the NOT NULL rule on purpose: that
     * fails the statement.
     */
    private String upsertSql(List<String> valueColumns, List<String> versionColumns) {
        String sameKey = "%1$s = VALUES(%1$s)".formatted(quote(keyColumn));
        String newer = sameKey + " AND " + newer(versionColumns);
        List<String> assignments = new ArrayList<>();
        for (String column : valueColumns) {
            assignments.add("%1$s = IF(%2$s, VALUES(%1$s), %1$s)".formatted(quote(column), newer));
        }
        for (String version : versionColumns.reversed()) {
            assignments.add("%1$s = IF(%2$s, IF(%3$s, VALUES(%1$s), %1$s), NULL)"
                    .formatted(quote(version), sameKey, newer(versionColumns)));
        }
        return "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE %s"
                .formatted(
                        quote(name),
                        columns.stream().map(VersionedTable::quote).collect(Collectors.joining(", ")),
                        String.join(", ", Collections.nCopies(columns.size(), "?")),
                        String.join(", ", assignments));
    }

    private static String newer(List<String> versionColumns) {
        String first = quote(versionColumns.getFirst());
        String greater = "VALUES(%1$s) > %1$s".formatted(first);
        return versionColumns.size() == 1
                ? greater
                : "(%1$s OR (VALUES(%2$s) = %2$s AND %3$s))"
                        .formatted(greater, first, newer(versionColumns.subList(1, versionColumns.size())));
    }

    private static String quote(String identifier) {
        return "`" + identifier + "`";
    }
}
