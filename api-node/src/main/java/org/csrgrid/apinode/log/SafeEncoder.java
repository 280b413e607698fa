package org.csrgrid.apinode.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.csrgrid.apinode.http.Json;

/**
 * Writes each event as one line, as text or, with {@code <json>true</json>}, as a JSON object. Secrets and card numbers are masked and line ends escaped
 * everywhere in it, also in faults' messages, so that nobody can write lines of the log from outside. A fault's stack follows on lines that begin with a
 * tab and a bar, which no event does.
 */
public final class SafeEncoder extends EncoderBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final byte[] NOTHING = {};

    private boolean json;

    /** Called by Logback for the element of that name. */
    public void setJson(boolean json) {
        this.json = json;
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return json ? object(event) : line(event).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(ILoggingEvent event) {
        Map<String, String> context = event.getMDCPropertyMap();
        String line = "%s %-5s [%s] %s request=%s trace=%s %s\n"
                .formatted(
                        TIME.format(Instant.ofEpochMilli(event.getTimeStamp())),
                        event.getLevel(),
                        safe(event.getThreadName()),
                        event.getLoggerName(),
                        safe(context.getOrDefault("request", "-")),
                        safe(context.getOrDefault("trace", "-")),
                        safe(event.getFormattedMessage()));
        return line + stack(event);
    }

    private static String stack(ILoggingEvent event) {
        if (event.getThrowableProxy() == null) {
            return "";
        }
        var stack = new StringBuilder();
        ThrowableProxyUtil.asString(event.getThrowableProxy())
                .lines()
                .forEach(line -> stack.append("\t| ").append(safe(line)).append('\n'));
        return stack.toString();
    }

    private static byte[] object(ILoggingEvent event) {
        byte[] object = Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
            json.writeStringField("level", event.getLevel().toString());
            json.writeStringField("thread", safe(event.getThreadName()));
            json.writeStringField("logger", event.getLoggerName());
            for (var entry : event.getMDCPropertyMap().entrySet()) {
                json.writeStringField(entry.getKey(), safe(entry.getValue()));
            }
            json.writeStringField("message", safe(event.getFormattedMessage()));
            if (event.getThrowableProxy() != null) {
                json.writeStringField("fault", Masking.mask(ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
            json.writeEndObject();
        });
        byte[] line = java.util.Arrays.copyOf(object, object.length + 1);
        line[object.length] = '\n';
        return line;
    }

    private static String safe(String text) {
        return Masking.onOneLine(Masking.mask(text));
    }
}
