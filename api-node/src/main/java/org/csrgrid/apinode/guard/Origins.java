package org.csrgrid.apinode.guard;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.Set;

/**
 * Lets pages of listed web sites call the API from a browser (CORS). Other origins get no such permission and are otherwise served as anybody, because a
 * browser sends no credentials by itself: tokens are in a header.
 */
final class Origins implements Filter {

    private static final HeaderName REQUESTED_METHOD = HeaderNames.create("Access-Control-Request-Method");
    private static final List<Header> PERMISSIONS = List.of(
            HeaderValues.createCached("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE"),
            HeaderValues.createCached(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match, If-None-Match, X-Request-Id,"
                            + " traceparent"),
            HeaderValues.createCached("Access-Control-Max-Age", "600"));
    private static final Header READABLE = HeaderValues.createCached(
            "Access-Control-Expose-Headers",
            "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotent-Replayed");
    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");

    private final Set<String> allowed;

    Origins(List<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!request.headers().contains(HeaderNames.ORIGIN)) {
            chain.proceed();
            return;
        }
        String origin = request.headers().get(HeaderNames.ORIGIN).get();
        if (!allowed.contains(origin)) {
            chain.proceed();
            return;
        }
        response.header(HeaderValues.create("Access-Control-Allow-Origin", origin));
        response.header(READABLE);
        response.header(VARY);
        if (isQuestion(request)) {
            PERMISSIONS.forEach(response::header);
            response.status(Status.NO_CONTENT_204).send();
        } else {
            chain.proceed();
        }
    }

    private static boolean isQuestion(RoutingRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(REQUESTED_METHOD);
    }
}
