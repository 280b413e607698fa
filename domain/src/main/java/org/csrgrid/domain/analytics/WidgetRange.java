package org.csrgrid.domain.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far back a widget looks, and in which steps it draws what happens over time. */
public enum WidgetRange {
    DAY(Duration.ofDays(1), Duration.ofHours(1)),
    WEEK(Duration.ofDays(7), Duration.ofDays(1)),
    MONTH(Duration.ofDays(30), Duration.ofDays(1)),
    QUARTER(Duration.ofDays(91), Duration.ofDays(7)),
    YEAR(Duration.ofDays(365), Duration.ofDays(7));

    private final Duration length;
    private final Duration step;

    WidgetRange(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    public Duration length() {
        return length;
    }

    public Duration step() {
        return step;
    }

    /** When the range begins that ends now. */
    public Instant before(Instant now) {
        return now.minus(length);
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
