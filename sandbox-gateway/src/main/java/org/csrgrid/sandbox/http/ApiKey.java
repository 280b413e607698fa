package org.csrgrid.sandbox.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets a request pass if it carries the API key. */
final class ApiKey implements Handler {
    private final byte[] expected;

    ApiKey(String apiKey) {
        expected = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        byte[] given =
                request.headers().first(HeaderNames.AUTHORIZATION).orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            throw ProblemException.of(Status.UNAUTHORIZED_401, "Send the API key: Authorization: Bearer <api key>.");
        }
        response.next();
    }
}
