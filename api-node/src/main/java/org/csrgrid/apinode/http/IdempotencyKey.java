package org.csrgrid.apinode.http;

import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The client's name for one intention, and the fingerprint that tells a repeat from another intention under the same name. */
public record IdempotencyKey(String key, String fingerprint) {

    private static final int LIMIT = 100;

    /**
     * @param canonical the parsed request, so that layout and field order do not matter
     * @throws ProblemException 400 if the header is missing or not 1 to 100 visible ASCII characters
     */
    public static IdempotencyKey of(ServerRequest request, Json.Body canonical) {
        if (!request.headers().contains(Headers.IDEMPOTENCY_KEY)) {
            throw Problem.of(
                            ProblemType.MISSING_IDEMPOTENCY_KEY,
                            FieldError.header("Idempotency-Key", "expected: present"))
                    .asException();
        }
        String key = request.headers().get(Headers.IDEMPOTENCY_KEY).get();
        if (!isVisible(key)) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            FieldError.header(
                                    "Idempotency-Key", "expected: 1..%d visible ASCII characters".formatted(LIMIT)))
                    .asException();
        }
        return new IdempotencyKey(key, fingerprint(request, Json.write(canonical)));
    }

    /** The answer when the key stands for another request. */
    public static Problem reused() {
        return Problem.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED, FieldError.header("Idempotency-Key", "expected: a new key"));
    }

    private static boolean isVisible(String key) {
        if (key.isEmpty() || key.length() > LIMIT) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String fingerprint(ServerRequest request, byte[] canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(request.prologue().method().text()));
            digest.update((byte) '\n');
            digest.update(bytes(request.prologue().uriPath().path()));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
