package org.csrgrid.apinode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An HTTP answer, with what tests ask of it. */
public record Answer(HttpResponse<byte[]> response) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(text(), unreadable);
        }
    }

    /** The text at a JSON Pointer. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** Status and problem type in one word: {@code 422 invalid-request}. */
    public String problem() {
        return status() + " " + at("/type").replace("/problems/", "");
    }
}
