package org.csrgrid.mapstore.job.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.csrgrid.mapstore.table.StoredRows;
import org.csrgrid.mapstore.table.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Schedules as rows of {@code job_schedule}. */
public final class ScheduleDao {
    private static final List<String> VALUE_COLUMNS =
            List.of("accounted_until", "last_fired", "paused", "requested_at");

    private final StoredRows<ScheduleState> rows;

    public ScheduleDao(Reading reading) {
        this.rows = new StoredRows<>(reading, table(), (row, _) -> read(row));
    }

    static VersionedTable<ScheduleState> table() {
        return new VersionedTable<>("job_schedule", "name", VALUE_COLUMNS, List.of("version"), ScheduleDao::values);
    }

    /** The schedules with these names that are there, in no order. */
    public List<ScheduleState> byNames(Collection<String> names) {
        return rows.find(names);
    }

    public List<String> allNames() {
        return rows.all("name", (row, _) -> row.getString("name"));
    }

    private static List<@Nullable Object> values(ScheduleState schedule) {
        return Arrays.asList(
                schedule.name(),
                ColumnValues.micros(schedule.accountedUntil()),
                ColumnValues.micros(schedule.lastFired()),
                schedule.isPaused(),
                ColumnValues.micros(schedule.requestedAt()),
                schedule.version());
    }

    private static ScheduleState read(ResultSet row) throws SQLException {
        return new ScheduleState(
                row.getString("name"),
                ColumnValues.instant(row, "accounted_until"),
                ColumnValues.nullableInstant(row, "last_fired"),
                row.getBoolean("paused"),
                ColumnValues.nullableInstant(row, "requested_at"),
                row.getLong("version"));
    }
}
