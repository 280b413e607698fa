package org.csrgrid.bench.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** Speaks JSON with the API and the gateway, plainly and with a time-out. Safe for use by many threads. */
public final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(25);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /**
     * An answer of whatever status.
     *
     * @param body null node if there is none or it is no JSON
     */
    public record Reply(int status, HttpResponse<byte[]> raw, JsonNode body, Duration took) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether it says when to come back. */
        public boolean hasRetryAfter() {
            return raw.headers().firstValue("Retry-After").isPresent();
        }
    }

    /** @throws IOException if the connection is refused or breaks, or nothing is heard for 25 seconds */
    public Reply get(URI uri, String token) throws IOException {
        return send(request(uri, token).GET().build());
    }

    /**
     * @param headers such as Idempotency-Key
     * @throws IOException as {@link #get}
     */
    public Reply post(URI uri, String token, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request =
                request(uri, token).POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.build());
    }

    /** The access token of a log-in. */
    public String logIn(URI api, String email, String password) throws IOException {
        String body = JSON.writeValueAsString(Map.of("email", email, "password", password));
        Reply reply = post(api.resolve("/api/v1/auth/login"), "", body, Map.of());
        if (!reply.isSuccess()) {
            throw new IOException("log-in of %s answered %d (expected: 200)".formatted(email, reply.status()));
        }
        return reply.body().path("accessToken").asText();
    }

    private static HttpRequest.Builder request(URI uri, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest request) throws IOException {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(), response, json(response), Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            JsonNode node = JSON.readTree(response.body());
            return node == null ? JSON.nullNode() : node;
        } catch (IOException noJson) {
            return JSON.nullNode();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
