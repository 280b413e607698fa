package org.csrgrid.apinode.guard;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.config.settings.ApiGuardSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections of clients that send a request byte by byte (slowloris). The server's own time-outs begin anew with every byte; these do not. A
 * connection is served by one thread, which is what it is known by here. Safe for use by many threads.
 */
final class SlowClients implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

    private final long headerNanos;
    private final long bodyNanos;
    private final long roundNanos;
    private final Map<Thread, Awaited> awaited = new ConcurrentHashMap<>();
    private volatile boolean running;

    private record Awaited(HelidonSocket socket, long until) {}

    SlowClients(ApiGuardSettings settings) {
        headerNanos = settings.headerTimeout().toNanos();
        bodyNanos = settings.bodyTimeout().toNanos();
        roundNanos = Math.min(Duration.ofSeconds(1).toNanos(), Math.min(headerNanos, bodyNanos) / 4);
    }

    /** A request's first line is here. */
    void begun(ConnectionContext context) {
        awaited.put(Thread.currentThread(), new Awaited(context.serverSocket(), System.nanoTime() + headerNanos));
    }

    /** Its headers are here. */
    void arrived(ConnectionContext context, Headers headers) {
        if (Framing.hasBody(headers)) {
            awaited.put(Thread.currentThread(), new Awaited(context.serverSocket(), System.nanoTime() + bodyNanos));
        } else {
            awaited.remove(Thread.currentThread());
        }
    }

    /** A body nobody read is read by the server afterwards, so it is still waited for. */
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        try {
            chain.proceed();
        } finally {
            if (request.content().consumed()) {
                awaited.remove(Thread.currentThread());
            }
        }
    }

    @Override
    public void beforeStart() {
        running = true;
        Thread.ofVirtual().name("slow-clients").start(this::watch);
    }

    @Override
    public void afterStop() {
        running = false;
    }

    private void watch() {
        while (running) {
            LockSupport.parkNanos(roundNanos);
            long now = System.nanoTime();
            awaited.forEach((thread, request) -> {
                if (now - request.until() > 0 && awaited.remove(thread, request)) {
                    LOG.debug("A connection is closed: its client did not send a request in time");
                    Thread.ofVirtual().start(request.socket()::close);
                }
            });
        }
    }
}
