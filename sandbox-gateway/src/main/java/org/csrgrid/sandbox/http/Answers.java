package org.csrgrid.sandbox.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import org.csrgrid.sandbox.json.Json;
import org.csrgrid.sandbox.simulation.Outcome;
import org.jspecify.annotations.Nullable;

/** The shapes an answer can have. */
final class Answers {
    private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

    private Answers() {}

    static void json(ServerResponse response, Status status, byte[] body) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(body);
    }

    static void html(ServerResponse response, String page) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .send(page.getBytes(StandardCharsets.UTF_8));
    }

    /** What was applied, or the problem that says why nothing was. */
    static Outcome.Applied applied(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied -> applied;
            case Outcome.NotFound(String detail) -> throw ProblemException.of(Status.NOT_FOUND_404, detail);
            case Outcome.Conflict(String detail) -> throw ProblemException.of(Status.CONFLICT_409, detail);
            case Outcome.Unprocessable(String detail) -> throw ProblemException.of(UNPROCESSABLE, detail);
        };
    }

    static void problem(ServerResponse response, Status status, String detail, @Nullable String pointer) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .send(Json.bytes(generator -> {
                    generator.writeStartObject();
                    generator.writeStringField("type", "about:blank");
                    generator.writeStringField("title", status.reasonPhrase());
                    generator.writeNumberField("status", status.code());
                    generator.writeStringField("detail", detail);
                    if (pointer != null) {
                        generator.writeStringField("pointer", pointer);
                    }
                    generator.writeEndObject();
                }));
    }
}
