package org.csrgrid.apinode.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** JSON straight to bytes, and the forms in which ids, money and times appear in it. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes one JSON value. */
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    public static byte[] write(Body body) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(FACTORY._getBufferRecycler())) {
            try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
                body.write(json);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Answers with a private document nobody may keep. */
    public static void send(ServerResponse response, Body body) {
        response.header(Headers.NO_STORE);
        answer(response, body);
    }

    /** Answers with a document of which the route has said how it may be kept. */
    public static void answer(ServerResponse response, Body body) {
        response.header(Headers.JSON);
        new Representation(write(body)).send(response);
    }

    public static void id(JsonGenerator json, String name, long id) throws IOException {
        json.writeStringField(name, Long.toString(id));
    }

    public static void money(JsonGenerator json, String name, Money money) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("amount", money.toDecimal());
        json.writeStringField("currency", money.currencyCode());
        json.writeEndObject();
    }

    public static void time(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        text(json, name, time == null ? null : time.toString());
    }

    public static void text(JsonGenerator json, String name, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }
}
