package org.csrgrid.mapstore.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts append-only rows as one batch and says which of them were there before.
 *
 * <p>The batch is a plain INSERT, so nothing but a true duplicate passes for one and tables may refuse every UPDATE by
 * trigger. When all rows are new, that is all. When not, the rows that hold a key are read back: the same row counts as
 * {@link RowOutcome.AlreadyThere}, another one as {@link RowOutcome.Conflict}; the rest are inserted.
 *
 * @param <R> the row
 */
public final class TableInsert<R> implements BatchInsert<R> {
    private static final int DUPLICATE_KEY = 1062;
    private static final RowOutcome INSERTED = new RowOutcome.Inserted();
    private static final RowOutcome ALREADY_THERE = new RowOutcome.AlreadyThere();

    /** Reads the current row of a result that selects the columns in the order of the insert. */
    @FunctionalInterface
    public interface RowReader<R> {
        /** Builds the row; never moves the cursor. */
        R read(ResultSet result) throws SQLException;
    }

    /** When a row that is there under the same primary key counts as the same row. */
    public enum Repeat {
        /** When all its columns are equal. */
        EQUAL_CONTENT,
        /** Always: the first one stays. */
        SAME_KEY
    }

    private final String table;
    private final Repeat repeat;
    private final Function<R, List<@Nullable Object>> values;
    private final RowReader<R> reader;
    private final List<UniqueKey> keys;
    private final String insert;
    private final String select;

    /**
     * @param uniqueKeys the columns of every unique key, the primary key first
     * @param values parameters of a row in the order of the columns; equal for equal rows
     * @param reader turns a selected row back into {@code R}
     */
    public TableInsert(
            String table,
            List<String> columns,
            List<List<String>> uniqueKeys,
            Repeat repeat,
            Function<R, List<@Nullable Object>> values,
            RowReader<R> reader) {
        this.table = table;
        this.repeat = repeat;
        this.values = values;
        this.reader = reader;
        this.keys = uniqueKeys.stream().map(key -> UniqueKey.of(key, columns)).toList();
        String list = columns.stream().map(UniqueKey::quote).collect(Collectors.joining(", "));
        this.insert = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(UniqueKey.quote(table), list, String.join(", ", Collections.nCopies(columns.size(), "?")));
        this.select = "SELECT %s FROM %s WHERE ".formatted(list, UniqueKey.quote(table));
    }

    @Override
    public List<RowOutcome> insert(Connection connection, List<R> rows) throws SQLException {
        List<List<@Nullable Object>> wanted = new ArrayList<>(rows.size());
        for (R row : rows) {
            wanted.add(values.apply(row));
        }
        if (insertedAll(connection, wanted)) {
            return Collections.nCopies(rows.size(), INSERTED);
        }
        return insertAroundDuplicates(connection, wanted);
    }

    private List<RowOutcome> insertAroundDuplicates(Connection connection, List<List<@Nullable Object>> wanted)
            throws SQLException {
        Map<Object, List<@Nullable Object>> stored = readBack(connection, wanted);
        List<List<@Nullable Object>> fresh = newAmong(wanted, stored);
        Set<Object> inserted = insertedAll(connection, fresh) ? identities(fresh) : Set.of();
        List<RowOutcome> outcomes = new ArrayList<>(wanted.size());
        for (List<@Nullable Object> row : wanted) {
            List<@Nullable Object> holder = holderOf(row, stored);
            if (holder != null) {
                outcomes.add(compare(row, holder));
            } else if (inserted.contains(new Identity(row))) {
                outcomes.add(INSERTED);
            } else {
                outcomes.add(insertAlone(connection, row));
            }
        }
        return outcomes;
    }

    /** For the rare row that shares a key with another of its batch, or lost a race against another writer. */
    private RowOutcome insertAlone(Connection connection, List<@Nullable Object> row) throws SQLException {
        if (insertedAll(connection, List.of(row))) {
            return INSERTED;
        }
        List<@Nullable Object> holder = holderOf(row, readBack(connection, List.of(row)));
        return holder == null ? conflict(row, "a unique value of row %s belongs to another row") : compare(row, holder);
    }

    private boolean insertedAll(Connection connection, List<List<@Nullable Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return true;
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (List<@Nullable Object> row : rows) {
                int position = 1;
                for (Object value : row) {
                    statement.setObject(position++, value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
            return true;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    /** The rows whose keys nobody holds, without those that share a key with an earlier one. */
    private List<List<@Nullable Object>> newAmong(
            List<List<@Nullable Object>> wanted, Map<Object, List<@Nullable Object>> stored) {
        List<List<@Nullable Object>> fresh = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (List<@Nullable Object> row : wanted) {
            List<Object> own = keys.stream().map(key -> key.valueOf(row)).toList();
            if (holderOf(row, stored) == null && Collections.disjoint(taken, own)) {
                taken.addAll(own);
                fresh.add(row);
            }
        }
        return fresh;
    }

    private Map<Object, List<@Nullable Object>> readBack(Connection connection, List<List<@Nullable Object>> rows)
            throws SQLException {
        Map<Object, List<@Nullable Object>> stored = new HashMap<>();
        for (UniqueKey key : keys) {
            try (PreparedStatement statement = connection.prepareStatement(select + key.condition(rows.size()))) {
                int position = 1;
                for (List<@Nullable Object> row : rows) {
                    position = key.bind(statement, position, row);
                }
                readAll(statement, stored);
            }
        }
        return stored;
    }

    private void readAll(PreparedStatement statement, Map<Object, List<@Nullable Object>> stored) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                List<@Nullable Object> row = values.apply(reader.read(result));
                keys.forEach(key -> stored.put(key.valueOf(row), row));
            }
        }
    }

    private @Nullable List<@Nullable Object> holderOf(
            List<@Nullable Object> row, Map<Object, List<@Nullable Object>> stored) {
        for (UniqueKey key : keys) {
            List<@Nullable Object> holder = stored.get(key.valueOf(row));
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }

    private RowOutcome compare(List<@Nullable Object> wanted, List<@Nullable Object> holder) {
        Object primary = keys.getFirst().valueOf(wanted);
        if (!primary.equals(keys.getFirst().valueOf(holder))) {
            return conflict(wanted, "a unique value of row %s belongs to another row");
        }
        return repeat == Repeat.SAME_KEY || wanted.equals(holder)
                ? ALREADY_THERE
                : conflict(wanted, "row %s is there with other content");
    }

    private RowOutcome conflict(List<@Nullable Object> row, String what) {
        return new RowOutcome.Conflict(
                table + ": " + what.formatted(keys.getFirst().textOf(row)));
    }

    private static Set<Object> identities(List<List<@Nullable Object>> rows) {
        return rows.stream().map(Identity::new).collect(Collectors.toSet());
    }

    /** One row of the batch; two equal rows are two. */
    private record Identity(List<@Nullable Object> row) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.row == row;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(row);
        }
    }
}
