package org.csrgrid.apinode.guard;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Locale;

/**
 * Closes a connection after an answer that says so. The server itself only writes the header and goes on to read, so what is left of a body nobody read would
 * be taken for the next request.
 */
final class Closing implements Filter {

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (response.isSent() && (isLast(request) || response.headers().contains(HeaderValues.CONNECTION_CLOSE))) {
            throw new CloseConnectionException("The answer was the last on its connection");
        }
    }

    private static boolean isLast(RoutingRequest request) {
        return request.headers().contains(HeaderNames.CONNECTION)
                && request.headers()
                        .get(HeaderNames.CONNECTION)
                        .values()
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
    }
}
