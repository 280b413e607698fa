package org.csrgrid.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that keeps every webhook it gets; it says 200 unless told otherwise. */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Webhook(String path, String signature, String contentType, byte[] body, JsonNode event) {
        String id() {
            return event.get("id").asText();
        }

        String type() {
            return event.get("type").asText();
        }

        JsonNode payment() {
            return event.at("/data/payment");
        }
    }

    private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    private final Queue<Integer> nextStatuses = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    static Receiver start() throws IOException {
        return new Receiver(0);
    }

    static Receiver startOn(int port) throws IOException {
        return new Receiver(port);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/webhooks/sandbox";
    }

    /** Answers the next webhooks with these statuses, then with 200 again. */
    void answerNext(Integer... statuses) {
        nextStatuses.addAll(List.of(statuses));
    }

    List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    List<String> types() {
        return webhooks.stream().map(Webhook::type).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            webhooks.add(new Webhook(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Sandbox-Signature"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    body,
                    MAPPER.readTree(body)));
            Integer status = nextStatuses.poll();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
