package org.csrgrid.mapstore.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts append-only rows with one multi-row statement and says which of them were there before, without relying on
 * duplicate-key errors. Needs {@code useAffectedRows=true} on the connection.
 *
 * <p>When all rows are new, that is one statement. When not, a second one reads the rows back by key: a row that is there
 * with equal content counts as {@link RowOutcome.AlreadyThere} (also when this very batch inserted it), a row that is
 * absent or different as {@link RowOutcome.Conflict}.
 *
 * @param <R> the row; its {@code equals} compares content
 */
public final class TableInsert<R> implements BatchInsert<R> {
    private static final RowOutcome INSERTED = new RowOutcome.Inserted();
    private static final RowOutcome ALREADY_THERE = new RowOutcome.AlreadyThere();

    /** Reads the current row of a result that selects the columns in the order of the insert. */
    @FunctionalInterface
    public interface RowReader<R> {
        /** Builds the row; never moves the cursor. */
        R read(ResultSet result) throws SQLException;
    }

    private final String table;
    private final List<String> columns;
    private final Function<R, List<@Nullable Object>> values;
    private final RowReader<R> reader;
    private final String columnList;
    private final String placeholders;

    /**
     * @param columns column names, the primary key first
     * @param values parameters of a row in the order of the columns
     * @param reader turns a selected row back into {@code R}
     */
    public TableInsert(
            String table, List<String> columns, Function<R, List<@Nullable Object>> values, RowReader<R> reader) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.values = values;
        this.reader = reader;
        this.columnList = columns.stream().map(TableInsert::quote).collect(Collectors.joining(", "));
        this.placeholders = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    @Override
    public List<RowOutcome> insert(Connection connection, List<R> rows) throws SQLException {
        List<List<@Nullable Object>> parameters = new ArrayList<>(rows.size());
        for (R row : rows) {
            parameters.add(values.apply(row));
        }
        if (insertNew(connection, parameters) == rows.size()) {
            return Collections.nCopies(rows.size(), INSERTED);
        }
        Map<Object, R> stored = readBack(connection, parameters);
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (int index = 0; index < rows.size(); index++) {
            Object key = keyOf(parameters.get(index));
            outcomes.add(compare(key, rows.get(index), stored.get(key)));
        }
        return outcomes;
    }

    private int insertNew(Connection connection, List<List<@Nullable Object>> parameters) throws SQLException {
        String key = quote(columns.getFirst());
        String sql = "INSERT INTO " + quote(table) + " (" + columnList + ") VALUES "
                + String.join(", ", Collections.nCopies(parameters.size(), placeholders))
                + " ON DUPLICATE KEY UPDATE " + key + " = " + key;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (List<@Nullable Object> row : parameters) {
                for (Object value : row) {
                    statement.setObject(position++, value);
                }
            }
            return statement.executeUpdate();
        }
    }

    private Map<Object, R> readBack(Connection connection, List<List<@Nullable Object>> parameters)
            throws SQLException {
        String sql = "SELECT " + columnList + " FROM " + quote(table) + " WHERE " + quote(columns.getFirst()) + " IN ("
                + String.join(", ", Collections.nCopies(parameters.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (List<@Nullable Object> row : parameters) {
                statement.setObject(position++, keyOf(row));
            }
            return readAll(statement);
        }
    }

    private Map<Object, R> readAll(PreparedStatement statement) throws SQLException {
        Map<Object, R> stored = new HashMap<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                R row = reader.read(result);
                stored.put(keyOf(values.apply(row)), row);
            }
        }
        return stored;
    }

    private RowOutcome compare(Object key, R wanted, @Nullable R stored) {
        if (wanted.equals(stored)) {
            return ALREADY_THERE;
        }
        return new RowOutcome.Conflict(
                stored == null
                        ? "%s: a unique value of row %s belongs to another row".formatted(table, key)
                        : "%s: row %s is there with other content".formatted(table, key));
    }

    private static Object keyOf(List<@Nullable Object> parameters) {
        Object key = parameters.getFirst();
        if (key == null) {
            throw new IllegalArgumentException("primary key is null");
        }
        return key;
    }

    private static String quote(String name) {
        return "`" + name + "`";
    }
}
