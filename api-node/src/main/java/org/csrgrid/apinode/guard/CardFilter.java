package org.csrgrid.apinode.guard;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Set;
import org.csrgrid.apinode.http.CardData;

/**
 * Refuses requests with a payment card number in their path, query or headers; bodies are looked through where they are read. Comes before everything that
 * logs, counts or routes.
 */
final class CardFilter implements Filter {

    /** Telemetry is not refused: it is random digits, and what looks like a card number in it is neither logged nor sent back. */
    private static final Set<HeaderName> TELEMETRY =
            Set.of(HeaderNames.create("traceparent"), HeaderNames.create("tracestate"));

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (isInTarget(request) || isInHeaders(request)) {
            CardData.refusal().send(request, response);
        } else {
            chain.proceed();
        }
    }

    private static boolean isInTarget(RoutingRequest request) {
        return CardData.isInEncoded(request.prologue().uriPath().rawPath())
                || CardData.isInEncoded(request.prologue().query().rawValue());
    }

    private static boolean isInHeaders(RoutingRequest request) {
        for (Header header : request.headers()) {
            boolean found = header.valueCount() == 1
                    ? CardData.isIn(header.get())
                    : CardData.isIn(String.join(";", header.allValues()));
            if (found && !TELEMETRY.contains(header.headerName())) {
                return true;
            }
        }
        return false;
    }
}
