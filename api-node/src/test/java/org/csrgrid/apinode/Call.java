package org.csrgrid.apinode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** One HTTP request under construction. */
public final class Call {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;
    private final String method;
    private byte[] body = {};

    public Call(int port, String method, String path) {
        this.method = method;
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public Call with(String header, String value) {
        request.header(header, value);
        return this;
    }

    public Call token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Call key(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    public Call json(String json) {
        return with("Content-Type", "application/json").bytes(json.getBytes(StandardCharsets.UTF_8));
    }

    public Call bytes(byte[] content) {
        body = content;
        return this;
    }

    public Answer send() {
        try {
            request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
