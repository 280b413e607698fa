package org.csrgrid.mapstore.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.grid.analytics.ReadWidget;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.analytics.WidgetData.Series;
import org.csrgrid.grid.analytics.WidgetData.Unit;
import org.csrgrid.grid.wire.Micros;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;
import org.jspecify.annotations.Nullable;

/** Computes widgets from the rows as they were last flushed. Safe for many threads. */
public final class WidgetDao {

    private final Reading reading;
    private final WidgetStatements statements = new WidgetStatements();

    public WidgetDao(Reading reading) {
        this.reading = reading;
    }

    private record Head(String name, Unit unit, @Nullable String currency) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getString("series"), ColumnValues.constant(row, "unit", Unit.class), row.getString("currency"));
        }
    }

    private record Row(Head head, Point point) {}

    /** @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when the database is away or takes too long */
    public WidgetData read(ReadWidget question) {
        List<Row> rows = reading.run(handle -> handle.createQuery(statements.of(question.widget()))
                .bindMap(times(question))
                .map((row, _) -> new Row(Head.of(row), new Point(row.getString("label"), row.getLong("quantity"))))
                .list());
        Map<Head, List<Point>> series = new LinkedHashMap<>();
        rows.forEach(row ->
                series.computeIfAbsent(row.head(), _ -> new ArrayList<>()).add(row.point()));
        return new WidgetData(series.entrySet().stream()
                .map(one -> new Series(
                        one.getKey().name(), one.getKey().unit(), one.getKey().currency(), one.getValue()))
                .toList());
    }

    private static Map<String, Long> times(ReadWidget question) {
        Instant from = question.range().before(question.now());
        return Map.of(
                "from", Micros.of(from),
                "until", Micros.of(question.now()),
                "previous", Micros.of(question.range().before(from)),
                "hour", Micros.of(question.now().minus(Duration.ofHours(1))),
                "step", question.range().step().toNanos() / 1_000);
    }
}
