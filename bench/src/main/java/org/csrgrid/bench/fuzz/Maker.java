package org.csrgrid.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.csrgrid.bench.fuzz.Contract.Operation;

/** Makes requests, as bytes. The same seed makes the same requests. */
final class Maker {

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json", "application/json", "application/json", "application/merge-patch+json",
            "application/json; charset=utf-8", "application/json; charset=utf-16", "text/plain", "application/xml", "*/*", "x",
            "multipart/form-data; boundary=b");
    private static final List<String> HEADERS = List.of(
            "If-Match", "If-None-Match", "Idempotency-Key", "Accept-Language", "Accept", "X-Request-Id", "traceparent", "Range",
            "Origin", "X-Forwarded-For", "Accept-Encoding", "X-HTTP-Method-Override", "Cookie", "If-Modified-Since", "Host",
            "Content-Encoding", "Expect", "Upgrade", "Authorization");
    private static final List<String> OTHER_METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "FOO", "get");
    private static final int DEPTH = 5;

    private final List<Operation> operations;
    private final Values values;
    private final RandomGenerator random;
    private final List<String> tokens;

    /** @param tokens of whom requests come; an empty one for nobody */
    Maker(Contract contract, RandomGenerator random, List<String> tokens, List<String> knownIds) {
        this.random = random;
        this.tokens = List.copyOf(tokens);
        operations = contract.operations();
        values = new Values(contract, random, knownIds);
    }

    byte[] next() {
        Operation operation = values.oneOf(operations);
        var head = new StringBuilder();
        head.append(values.once(20) ? values.oneOf(OTHER_METHODS) : operation.method())
                .append(' ')
                .append(path(operation))
                .append(query(operation))
                .append(" HTTP/1.1\r\nHost: fuzz\r\nConnection: close\r\n");
        headers(operation, head);
        byte[] body = body(operation);
        if (body.length > 0) {
            head.append("Content-Type: ").append(values.oneOf(MEDIA_TYPES)).append("\r\n");
            head.append("Content-Length: ").append(length(body)).append("\r\n");
        }
        return broken(joined(head.append("\r\n").toString().getBytes(ISO_8859_1), body));
    }

    private String path(Operation operation) {
        var path = new StringBuilder();
        for (String step : operation.path().substring(1).split("/")) {
            String filled = step.startsWith("{") ? encoded(pathValue(operation, step)) : step;
            path.append(values.once(60) ? "/" + encoded(values.hostile()) : "/" + filled);
        }
        return path.toString();
    }

    private String pathValue(Operation operation, String step) {
        return operation.parameters().stream()
                .filter(parameter -> step.equals("{" + parameter.get("name") + "}"))
                .findFirst()
                .map(parameter -> values.text(Contract.map(parameter.get("schema"))))
                .orElseGet(values::hostile);
    }

    private String query(Operation operation) {
        var query = new StringBuilder();
        for (Map<String, Object> parameter : operation.parameters()) {
            if ("query".equals(parameter.get("in")) && values.once(2)) {
                query.append(query.isEmpty() ? '?' : '&').append(parameter.get("name")).append('=');
                query.append(encoded(values.text(Contract.map(parameter.get("schema")))));
            }
        }
        if (values.once(15)) {
            query.append(query.isEmpty() ? '?' : '&').append(encoded(values.hostile())).append('=').append(encoded(values.hostile()));
        }
        return query.toString();
    }

    private String encoded(String text) {
        return values.once(40) ? text.replaceAll("[ \r\n]", "+") : URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private void headers(Operation operation, StringBuilder head) {
        String token = values.oneOf(tokens);
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (Map<String, Object> parameter : operation.parameters()) {
            if ("header".equals(parameter.get("in")) && !values.once(5)) {
                head.append(parameter.get("name")).append(": ").append(headerValue()).append("\r\n");
            }
        }
        if (values.once(4)) {
            head.append(values.oneOf(HEADERS)).append(": ").append(headerValue()).append("\r\n");
        }
    }

    private String headerValue() {
        return values.once(2) ? "\"v" + random.nextInt(5) + "-0-en-r\"" : values.hostile();
    }

    private byte[] body(Operation operation) {
        if (operation.bodySchema().isEmpty()) {
            return values.once(20) ? values.hostile().getBytes(UTF_8) : new byte[0];
        }
        byte[] body = Json.write(values.value(operation.bodySchema(), DEPTH)).getBytes(UTF_8);
        return switch (random.nextInt(25)) {
            case 0 -> new byte[0];
            case 1 -> java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> flipped(body);
            case 3 -> joined(body, body);
            case 4 -> (" ".repeat(70_000) + new String(body, UTF_8)).getBytes(UTF_8);
            default -> body;
        };
    }

    private String length(byte[] body) {
        return values.once(60) ? values.hostile() : Integer.toString(body.length);
    }

    /** Now and then some byte of the whole is another. */
    private byte[] broken(byte[] request) {
        return values.once(25) ? flipped(request) : request;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < 3 && changed.length > 0; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream(first.length + second.length);
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
