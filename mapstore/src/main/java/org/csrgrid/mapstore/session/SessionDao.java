package org.csrgrid.mapstore.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.session.Session;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Sessions as rows of {@code user_session}. */
public final class SessionDao {
    private static final List<String> VALUE_COLUMNS = List.of(
            "user_id",
            "created_at",
            "last_seen_at",
            "idle_seconds",
            "expires_at",
            "device",
            "address",
            "refresh_hash",
            "authenticated_at",
            "second_factor");

    private final StoredRows<Session> rows;

    public SessionDao(Reading reading) {
        rows = new StoredRows<>(reading, table(), (row, _) -> read(row));
    }

    static VersionedTable<Session> table() {
        return new VersionedTable<>("user_session", "id", VALUE_COLUMNS, List.of("version"), SessionDao::values);
    }

    /** The sessions with these ids that are there, in no order. */
    public List<Session> byIds(Collection<String> ids) {
        return rows.find(ids);
    }

    public List<String> allIds() {
        return rows.all("id", (row, _) -> row.getString("id"));
    }

    private static List<@Nullable Object> values(Session session) {
        return Arrays.asList(
                session.id(),
                session.userId(),
                ColumnValues.micros(session.createdAt()),
                ColumnValues.micros(session.lastSeenAt()),
                session.idle().toSeconds(),
                ColumnValues.micros(session.expiresAt()),
                session.device(),
                session.address(),
                session.refreshHash(),
                ColumnValues.micros(session.authenticatedAt()),
                session.secondFactor(),
                session.version());
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getLong("user_id"),
                ColumnValues.instant(row, "created_at"),
                ColumnValues.instant(row, "last_seen_at"),
                Duration.ofSeconds(row.getLong("idle_seconds")),
                ColumnValues.instant(row, "expires_at"),
                row.getString("device"),
                row.getString("address"),
                row.getString("refresh_hash"),
                ColumnValues.instant(row, "authenticated_at"),
                row.getBoolean("second_factor"),
                row.getLong("version"));
    }
}
