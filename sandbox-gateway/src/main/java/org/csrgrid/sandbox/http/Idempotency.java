package org.csrgrid.sandbox.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.csrgrid.sandbox.simulation.IdempotentRequest;

/** Reads the Idempotency-Key of a request. */
final class Idempotency {
    private static final HeaderName HEADER = HeaderNames.create("Idempotency-Key");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Enough to tell a repeat from a mistake; each payment keeps one. */
    private static final int FINGERPRINT_BYTES = 12;

    private Idempotency() {}

    /** Empty if the client sent no key: then each request counts. */
    static Optional<IdempotentRequest> of(ServerRequest request, RequestBody body) {
        return request.headers().first(HEADER).map(key -> {
            if (!KEY.matcher(key).matches()) {
                throw ProblemException.of(
                        Status.BAD_REQUEST_400, "Idempotency-Key: expected 1 to 255 visible ASCII characters");
            }
            return new IdempotentRequest(
                    request.prologue().method().text()
                            + ' '
                            + request.path().absolute().path(),
                    key,
                    fingerprint(body.bytes()));
        });
    }

    private static String fingerprint(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }
}
