package org.csrgrid.apinode.dashboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.analytics.WidgetData.Series;

/** Who gave most in a year, in each currency. */
record Standings(WidgetData data) {

    static final WidgetData EMPTY = new WidgetData(List.of());

    List<String> currencies() {
        return data.series().stream()
                .flatMap(series -> Stream.ofNullable(series.currency()))
                .distinct()
                .sorted()
                .toList();
    }

    /** How many gave in the currency. */
    long donors(String currency) {
        return points("donors", currency).stream().mapToLong(Point::value).sum();
    }

    /** Those with the same amount have the same rank; 0 for somebody who did not give or is behind the first thousand. */
    int rank(long donorId, String currency) {
        List<Point> places = points("places", currency);
        return places.stream()
                .filter(point -> point.label().equals(Long.toString(donorId)))
                .map(own -> 1
                        + (int) places.stream()
                                .filter(point -> point.value() > own.value())
                                .count())
                .findFirst()
                .orElse(0);
    }

    /** The first ten who let themselves be named, and what they gave. */
    List<Point> leaders(String currency) {
        return points("leaders", currency);
    }

    Set<Long> leaders() {
        return currencies().stream()
                .flatMap(currency -> leaders(currency).stream())
                .map(point -> Long.valueOf(point.label()))
                .collect(Collectors.toSet());
    }

    private List<Point> points(String name, String currency) {
        return data.series().stream()
                .filter(series -> series.name().equals(name) && currency.equals(series.currency()))
                .map(Series::points)
                .findFirst()
                .orElse(List.of());
    }
}
