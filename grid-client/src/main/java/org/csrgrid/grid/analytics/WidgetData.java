package org.csrgrid.grid.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A widget's content: named series of labelled values. */
public record WidgetData(List<Series> series) {

    public WidgetData {
        series = List.copyOf(series);
    }

    /** What values are. */
    public enum Unit {
        COUNT,
        /** Minor units of the series' currency. */
        MONEY,
        /** Hundredths of a percent. */
        BASIS_POINTS
    }

    /** @param currency ISO 4217 code; present exactly with {@link Unit#MONEY} */
    public record Series(String name, Unit unit, @Nullable String currency, List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /** @param label a word, a name, an id, or a time in UTC as in RFC 3339 */
    public record Point(String label, long value) {}
}
