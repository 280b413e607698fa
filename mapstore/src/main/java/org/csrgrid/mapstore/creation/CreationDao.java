package org.csrgrid.mapstore.creation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.csrgrid.grid.creation.Creation;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Reservations as rows of {@code creation}. */
public final class CreationDao {
    private static final long ONLY_VERSION = 1;
    private static final List<String> VALUE_COLUMNS =
            List.of("guard", "user_id", "idempotency_key", "fingerprint", "at");

    private final Reading reading;

    public CreationDao(Reading reading) {
        this.reading = reading;
    }

    static VersionedTable<Creation> table() {
        return new VersionedTable<>("creation", "id", VALUE_COLUMNS, List.of("version"), CreationDao::values);
    }

    /** The reservations under these guards that are there, in no order. */
    public List<Creation> byGuards(Collection<String> guards) {
        return guards.isEmpty()
                ? List.of()
                : reading.run(handle -> handle.createQuery("""
                                SELECT id, user_id, idempotency_key, fingerprint, `at` FROM creation WHERE guard IN (<guards>)
                                """)
                        .bindList("guards", List.copyOf(guards))
                        .map((row, _) -> read(row))
                        .list());
    }

    private static List<@Nullable Object> values(Creation creation) {
        return Arrays.asList(
                creation.id(),
                creation.guard(),
                creation.userId(),
                creation.key(),
                creation.fingerprint(),
                ColumnValues.micros(creation.at()),
                ONLY_VERSION);
    }

    private static Creation read(ResultSet row) throws SQLException {
        return new Creation(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getString("idempotency_key"),
                row.getString("fingerprint"),
                ColumnValues.instant(row, "at"));
    }
}
