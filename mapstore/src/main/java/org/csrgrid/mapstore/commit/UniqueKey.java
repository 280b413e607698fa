package org.csrgrid.mapstore.commit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One unique key of a table and where its columns stand among a row's parameters. */
record UniqueKey(List<String> columns, List<Integer> positions) {

    /** The value of one key in one row; values of different keys are never equal. */
    private record Value(UniqueKey key, List<@Nullable Object> parts) {}

    static UniqueKey of(List<String> keyColumns, List<String> allColumns) {
        return new UniqueKey(
                List.copyOf(keyColumns),
                keyColumns.stream().map(allColumns::indexOf).toList());
    }

    Object valueOf(List<@Nullable Object> row) {
        List<@Nullable Object> parts = new ArrayList<>(positions.size());
        for (int position : positions) {
            parts.add(row.get(position));
        }
        return new Value(this, parts);
    }

    String textOf(List<@Nullable Object> row) {
        return positions.stream()
                .map(position -> String.valueOf(row.get(position)))
                .collect(Collectors.joining("/"));
    }

    /** Spelled out with OR, since MariaDB does not use an index for {@code (a, b) IN (...)}. */
    String condition(int rows) {
        if (columns.size() == 1) {
            return quote(columns.getFirst()) + " IN (" + String.join(", ", Collections.nCopies(rows, "?")) + ")";
        }
        String one = columns.stream().map(column -> quote(column) + " = ?").collect(Collectors.joining(" AND "));
        return String.join(" OR ", Collections.nCopies(rows, "(" + one + ")"));
    }

    int bind(PreparedStatement statement, int from, List<@Nullable Object> row) throws SQLException {
        int parameter = from;
        for (int position : positions) {
            statement.setObject(parameter++, row.get(position));
        }
        return parameter;
    }

    static String quote(String name) {
        return "`" + name + "`";
    }
}
