package org.csrgrid.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Talks to a gateway over HTTP. */
final class Client implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Answer(int status, String contentType, String location, String text) {
        JsonNode json() throws IOException {
            return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text);
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gateway;
    private final String apiKey;

    Client(URI gateway, String apiKey) {
        this.gateway = gateway;
        this.apiKey = apiKey;
    }

    static String paymentBody(String amount, String webhookUrl) {
        return """
               {"reference":"donation-1","amount":"%s","currency":"EUR","method":"card","webhookUrl":"%s"}""".formatted(amount, webhookUrl);
    }

    /** Creates a payment of so many EUR and returns it. */
    JsonNode pay(String amount, String webhookUrl) throws Exception {
        return post("/payments", paymentBody(amount, webhookUrl)).json();
    }

    JsonNode payment(String id) throws Exception {
        return get("/payments/" + id).json();
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    Answer post(String path, String body, String... headers) throws Exception {
        return post(path, BodyPublishers.ofString(body), headers);
    }

    Answer post(String path, byte[] body) throws Exception {
        return post(path, BodyPublishers.ofByteArray(body));
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Location").orElse(""),
                response.body());
    }

    private Answer post(String path, HttpRequest.BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(body);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + apiKey);
    }

    @Override
    public void close() {
        client.close();
    }
}
