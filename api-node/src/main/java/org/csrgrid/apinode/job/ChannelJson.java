package org.csrgrid.apinode.job;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.job.DurationHistogram;
import org.csrgrid.grid.job.directory.ChannelBacklog;
import org.csrgrid.grid.job.directory.ChannelFigures;
import org.csrgrid.grid.job.directory.ChannelReport;
import org.csrgrid.grid.job.directory.ControlledChannel;

/** A channel with its figures. Durations are seconds. */
final class ChannelJson {

    private ChannelJson() {}

    static void write(JsonGenerator json, ChannelReport report) throws IOException {
        json.writeStartObject();
        control(json, report.control());
        backlog(json, report);
        figures(json, report);
        json.writeObjectFieldStart("links");
        json.writeStringField("self", address(report.control()));
        json.writeStringField(
                "jobs", "/api/v1/jobs?filter=channel%3A" + report.channel().jsonName());
        json.writeEndObject();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, ControlledChannel control) throws IOException {
        json.writeStartObject();
        control(json, control);
        json.writeObjectFieldStart("links");
        json.writeStringField("self", address(control));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String address(ControlledChannel control) {
        return "/api/v1/jobs/channels/" + control.channel().jsonName();
    }

    private static void control(JsonGenerator json, ControlledChannel control) throws IOException {
        json.writeStringField("channel", control.channel().jsonName());
        json.writeBooleanField("paused", control.paused());
        json.writeNumberField("workersMin", control.workersMin());
        json.writeNumberField("workersMax", control.workersMax());
    }

    private static void backlog(JsonGenerator json, ChannelReport report) throws IOException {
        ChannelBacklog backlog = report.backlog();
        json.writeNumberField("waiting", backlog.waiting());
        json.writeNumberField("oldestAge", seconds(report.oldestAge()));
        json.writeNumberField("scheduled", backlog.scheduled());
        json.writeNumberField("retrying", backlog.retrying());
        json.writeNumberField("running", backlog.running());
        json.writeNumberField("dead", backlog.dead());
        json.writeNumberField("addedPerMinute", backlog.createdLastMinute());
    }

    private static void figures(JsonGenerator json, ChannelReport report) throws IOException {
        ChannelFigures figures = report.figures();
        json.writeNumberField("workersBusy", figures.busy());
        json.writeNumberField("workersLimit", figures.limit());
        json.writeNumberField("endedPerMinute", figures.endedLastMinute());
        json.writeNumberField("successPercent", report.successPercent());
        json.writeNumberField("succeeded", figures.succeeded());
        json.writeNumberField("failed", figures.failed());
        json.writeNumberField("died", figures.dead());
        json.writeNumberField("postponed", figures.postponed());
        json.writeNumberField("refused", figures.refused());
        percentiles(json, "pickup", figures.pickup());
        percentiles(json, "run", figures.run());
    }

    private static void percentiles(JsonGenerator json, String name, DurationHistogram histogram) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", histogram.count());
        json.writeNumberField("p50", seconds(histogram.percentile(50)));
        json.writeNumberField("p95", seconds(histogram.percentile(95)));
        json.writeNumberField("p99", seconds(histogram.percentile(99)));
        json.writeEndObject();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    static void list(JsonGenerator json, Iterable<ChannelReport> reports) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (ChannelReport report : reports) {
            write(json, report);
        }
        json.writeEndArray();
        Json.text(json, "next", null);
        json.writeEndObject();
    }
}
