package org.csrgrid.apinode.http;

import io.helidon.http.Status;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import io.helidon.webserver.http.RoutingRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One timer per method, route and class of status, so that the number of timers does not grow with what clients ask for. */
final class RouteTimers {

    private static final String NAME = "http.server.requests";
    private static final String NO_ROUTE = "none";

    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(String method, String route, int statusClass) {}

    void record(RoutingRequest request, Status status, long nanos) {
        String route = request.matchingPattern().orElse(NO_ROUTE);
        Key key = new Key(known(request.prologue().method().text()), route, status.code() / 100);
        Timer timer = timers.get(key);
        if (timer == null) {
            timer = timers.computeIfAbsent(key, RouteTimers::register);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
    }

    private static Timer register(Key key) {
        return Metrics.getOrCreate(Timer.builder(NAME)
                .description("Time to answer a request")
                .tags(List.of(
                        Tag.create("method", key.method),
                        Tag.create("route", key.route),
                        Tag.create("status", key.statusClass + "xx"))));
    }
}
