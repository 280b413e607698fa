package org.csrgrid.apinode.guard;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.ArrayList;
import java.util.List;

/** Tells browsers what they must not do with an answer. Pages for people set a wider Content-Security-Policy of their own. */
final class SafeHeaders implements Filter {

    private static final List<Header> PLAIN = List.of(
            HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
            HeaderValues.createCached("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            HeaderValues.createCached("Referrer-Policy", "no-referrer"),
            HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"));

    private static final Header TWO_YEARS_OF_TLS =
            HeaderValues.createCached("Strict-Transport-Security", "max-age=63072000; includeSubDomains");

    private final List<Header> headers;

    SafeHeaders(boolean overTls) {
        var all = new ArrayList<>(PLAIN);
        if (overTls) {
            all.add(TWO_YEARS_OF_TLS);
        }
        headers = List.copyOf(all);
    }

    List<Header> headers() {
        return headers;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        for (Header header : headers) {
            response.header(header);
        }
        chain.proceed();
    }
}
