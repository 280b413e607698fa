package org.csrgrid.apinode.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;

/** An RFC 9457 problem document and the headers that go with it. */
public record Problem(ProblemType type, String detail, List<FieldError> errors, List<Header> headers) {

    static final Header CONTENT_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");

    public Problem {
        errors = List.copyOf(errors);
        headers = List.copyOf(headers);
    }

    public static Problem of(ProblemType type) {
        return of(type, type.description());
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), List.of());
    }

    public static Problem of(ProblemType type, FieldError error) {
        return new Problem(type, type.description(), List.of(error), List.of());
    }

    /** Something is wrong with the body as a whole. */
    static Problem body(ProblemType type, String detail) {
        return at(type, "", detail);
    }

    /** The same text for people and at the place in the body. */
    public static Problem at(ProblemType type, String pointer, String detail) {
        return new Problem(type, detail, List.of(FieldError.body(pointer, detail)), List.of());
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemType.INVALID_REQUEST, ProblemType.INVALID_REQUEST.description(), errors, List.of());
    }

    public static Problem parameter(String name, String detail) {
        return of(ProblemType.INVALID_PARAMETER, FieldError.parameter(name, detail));
    }

    public Problem with(Header header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new Problem(type, detail, errors, more);
    }

    /** The same as a fault, for places that cannot send. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    public void send(ServerRequest request, ServerResponse response) {
        response.status(type.status());
        response.header(CONTENT_TYPE);
        response.header(Headers.NO_STORE);
        headers.forEach(response::header);
        response.send(toJson(CardData.masked(request.prologue().uriPath().rawPath())));
    }

    /** @param instance the path that was asked for */
    byte[] toJson(String instance) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("type", type.uri());
            json.writeStringField("title", type.title());
            json.writeNumberField("status", type.status().code());
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance);
            if (!errors.isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (FieldError error : errors) {
                    json.writeStartObject();
                    json.writeStringField(error.in(), error.where());
                    json.writeStringField("detail", error.detail());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }
}
