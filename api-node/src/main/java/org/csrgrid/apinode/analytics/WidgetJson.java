package org.csrgrid.apinode.analytics;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.csrgrid.apinode.http.Ids;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.analytics.WidgetData.Series;
import org.csrgrid.grid.analytics.WidgetData.Unit;

/** Widgets as JSON: counts are numbers, money decimal strings, shares numbers of percent. */
public final class WidgetJson {

    private WidgetJson() {}

    static void list(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (Widget widget : Widget.values()) {
            json.writeStartObject();
            head(json, widget);
            json.writeObjectFieldStart("links");
            json.writeStringField("self", "/api/v1/analytics/widgets/" + widget.jsonName());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.text(json, "next", null);
        json.writeEndObject();
    }

    /** @param donors whose ids are labels; those who are not there any more have no name */
    static void write(JsonGenerator json, Widget widget, WidgetRange range, WidgetData data, Map<Long, User> donors)
            throws IOException {
        json.writeStartObject();
        head(json, widget);
        json.writeStringField("range", range.jsonName());
        json.writeArrayFieldStart("series");
        for (Series series : data.series()) {
            series(json, series, widget == Widget.TOP_DONORS, donors);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The member {@code series} alone, whose labels are no donors. */
    public static void series(JsonGenerator json, WidgetData data) throws IOException {
        json.writeArrayFieldStart("series");
        for (Series series : data.series()) {
            series(json, series, false, Map.of());
        }
        json.writeEndArray();
    }

    private static void head(JsonGenerator json, Widget widget) throws IOException {
        json.writeStringField("name", widget.jsonName());
        json.writeNumberField("freshSeconds", widget.life().toSeconds());
    }

    private static void series(JsonGenerator json, Series series, boolean ofDonors, Map<Long, User> donors)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", series.name());
        json.writeStringField(
                "unit",
                series.unit() == Unit.BASIS_POINTS
                        ? "percent"
                        : series.unit().name().toLowerCase(Locale.ROOT));
        Json.text(json, "currency", series.currency());
        json.writeArrayFieldStart("points");
        for (Point point : series.points()) {
            json.writeStartObject();
            json.writeStringField("label", point.label());
            value(json, series, point.value());
            if (ofDonors) {
                User donor = donors.get(Ids.parse(point.label()));
                Json.text(json, "donorName", donor == null ? null : donor.name());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Series series, long value) throws IOException {
        if (series.currency() != null) {
            json.writeStringField("value", Money.of(value, series.currency()).toDecimal());
        } else if (series.unit() == Unit.BASIS_POINTS) {
            json.writeNumberField("value", value / 100.0);
        } else {
            json.writeNumberField("value", value);
        }
    }
}
