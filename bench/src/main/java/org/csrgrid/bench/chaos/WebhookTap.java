package org.csrgrid.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.bench.world.ApiClient;
import org.csrgrid.bench.world.ApiClient.Reply;

/**
 * Stands between gateway and API: hands each webhook to an API node that answers, notes which were acknowledged, and may deliver them in disorder. Safe
 * for use by many threads.
 */
final class WebhookTap implements AutoCloseable {

    private static final int NOBODY_ANSWERS = 502;
    private static final String SIGNATURE = "Sandbox-Signature";
    private static final JsonMapper JSON = new JsonMapper();

    private final Promises promises;
    private final ApiClient client = new ApiClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpServer server;
    private volatile List<URI> apis = List.of();
    private volatile Optional<Disorder> disorder = Optional.empty();

    /** A webhook as it came. */
    record Webhook(String path, String signature, String body) {}

    private WebhookTap(Promises promises) throws IOException {
        this.promises = promises;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    static WebhookTap open(Promises promises) {
        try {
            return new WebhookTap(promises);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** What the gateway believes to be the API. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void leadTo(List<URI> nodes) {
        apis = List.copyOf(nodes);
    }

    /** From now on webhooks come twice, late and again. */
    void confuse(Disorder how) {
        disorder = Optional.of(how);
    }

    void calmDown() {
        disorder = Optional.empty();
    }

    /** Delivers webhooks that were delivered before. */
    void replay(List<Webhook> webhooks) {
        webhooks.forEach(this::deliver);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Webhook webhook = new Webhook(
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst(SIGNATURE))
                            .orElse(""),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            disorder.ifPresent(how -> how.before(webhook, this::deliver));
            int status = deliver(webhook);
            exchange.sendResponseHeaders(status, -1);
            disorder.ifPresent(how -> how.after(webhook, this::deliver));
        }
    }

    /** Hands the webhook over, and remembers it if it was acknowledged; the answer's status. */
    private int deliver(Webhook webhook) {
        for (int attempt = 0; attempt < apis.size(); attempt++) {
            URI api = apis.get(Math.floorMod(turn.getAndIncrement(), apis.size()));
            try {
                Reply reply = client.post(
                        api.resolve(webhook.path()), "", webhook.body(), Map.of(SIGNATURE, webhook.signature()));
                note(webhook, reply);
                return reply.status();
            } catch (IOException unreachable) {
                promises.count("webhook unreachable");
            }
        }
        return NOBODY_ANSWERS;
    }

    private void note(Webhook webhook, Reply reply) throws IOException {
        promises.count("webhook " + reply.status());
        if (reply.isSuccess()) {
            promises.received(JSON.readTree(webhook.body()).path("id").asText());
        } else if (reply.status() != 503) {
            promises.wrong("webhook answered %d (expected: 200 or 503)".formatted(reply.status()));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
