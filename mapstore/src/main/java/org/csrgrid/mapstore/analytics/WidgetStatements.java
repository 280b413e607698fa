package org.csrgrid.mapstore.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.csrgrid.domain.analytics.Widget;

/** The widgets' statements, from the files named after them. Each answers rows of series, unit, currency, label and quantity. */
final class WidgetStatements {

    private static final String WITHIN_RANGE = "within-range";

    private final Map<Widget, String> statements = new EnumMap<>(Widget.class);

    /** @throws IllegalStateException if a widget has no file */
    WidgetStatements() {
        String withinRange = read(WITHIN_RANGE);
        for (Widget widget : Widget.values()) {
            statements.put(widget, withinRange + read(widget.jsonName()));
        }
    }

    String of(Widget widget) {
        return statements.getOrDefault(widget, "");
    }

    private static String read(String name) {
        try (InputStream file = WidgetStatements.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("%s.sql: missing (expected: beside this class)".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
