package org.csrgrid.apinode.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** What surrounds every request: its id in the answer and in the log, its trace in the log, its time in the metrics. */
public final class RequestScope implements Filter {

    private static final HeaderName TRACE_PARENT = HeaderNames.create("traceparent");
    private static final int LONGEST_ID = 64;
    private static final int TRACE_LENGTH = 55;

    private final RouteTimers timers = new RouteTimers();

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        String id = idOf(request);
        response.header(HeaderValues.create(Headers.REQUEST_ID, id));
        response.header(Headers.NO_SNIFFING);
        MDC.put("request", id);
        boolean traced = traced(request);
        try {
            chain.proceed();
        } finally {
            MDC.remove("request");
            if (traced) {
                MDC.remove("trace");
            }
            timers.record(request, response.status(), System.nanoTime() - start);
        }
    }

    private static String idOf(RoutingRequest request) {
        if (request.headers().contains(Headers.REQUEST_ID)) {
            String given = request.headers().get(Headers.REQUEST_ID).get();
            if (isSane(given, LONGEST_ID) && !CardData.isIn(given)) {
                return given;
            }
        }
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean traced(RoutingRequest request) {
        if (!request.headers().contains(TRACE_PARENT)) {
            return false;
        }
        Header parent = request.headers().get(TRACE_PARENT);
        if (isSane(parent.get(), TRACE_LENGTH) && !CardData.isIn(parent.get())) {
            MDC.put("trace", parent.get());
            return true;
        }
        return false;
    }

    private static boolean isSane(String text, int limit) {
        if (text.isEmpty() || text.length() > limit) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
            boolean digit = character >= '0' && character <= '9';
            if (!letter && !digit && character != '-' && character != '_' && character != '.') {
                return false;
            }
        }
        return true;
    }
}
