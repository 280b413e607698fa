package org.csrgrid.mapstore.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.mapstore.commit.TableInsert;
import org.csrgrid.mapstore.table.ColumnValues;
import org.jspecify.annotations.Nullable;

/** An entry as a row of {@code audit_event}. */
final class AuditEventRow {

    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "actor_id",
            "action",
            "outcome",
            "object_type",
            "object_id",
            "address",
            "request_id",
            "state_before",
            "state_after");

    private AuditEventRow() {}

    static TableInsert<AuditEntry> insert() {
        return new TableInsert<>(
                "audit_event",
                COLUMNS,
                List.of(List.of("id")),
                TableInsert.Repeat.EQUAL_CONTENT,
                AuditEventRow::values,
                AuditEventRow::read);
    }

    private static List<@Nullable Object> values(AuditEntry entry) {
        return Arrays.asList(
                entry.id(),
                ColumnValues.micros(entry.at()),
                entry.actorId(),
                entry.action(),
                entry.outcome().name(),
                entry.objectType(),
                entry.objectId(),
                entry.address(),
                entry.requestId(),
                entry.before(),
                entry.after());
    }

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                ColumnValues.instant(row, "at"),
                row.getLong("actor_id"),
                row.getString("action"),
                outcome(row.getString("outcome")),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("state_before"),
                row.getString("state_after"));
    }

    /** A row that was tampered with must be readable to be found. */
    private static AuditOutcome outcome(String name) {
        return Arrays.stream(AuditOutcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(AuditOutcome.UNKNOWN);
    }
}
