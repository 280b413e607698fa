package org.csrgrid.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    private final AtomicInteger served = new AtomicInteger();
    private final List<String> heard = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/short", exchange -> answer(exchange, 200, "well"));
        server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(100_000)));
        server.createContext("/busy", exchange -> answer(exchange, served.get() % 2 == 0 ? 503 : 200, "busy"));
        server.createContext("/slow", exchange -> {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer(exchange, 200, "slow");
        });
        server.createContext("/rude", HttpExchange::close);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.close();
    }

    @Test
    void a_run_ends_at_its_count_and_counts_every_answer() {
        LoadResult result = run(new LoadPlan(targets(), 4, Duration.ZERO, Duration.ofSeconds(30), 500), "/short");

        assertThat(result.requests()).isEqualTo(500);
        assertThat(result.failures()).isZero();
        assertThat(result.microseconds().getTotalCount()).isEqualTo(500);
        assertThat(served.get()).isBetween(500, 504);
    }

    @Test
    void a_run_ends_at_its_time() {
        LoadResult result = run(LoadPlan.lasting(targets(), 2, Duration.ZERO, Duration.ofMillis(300)), "/short");

        assertThat(result.elapsed()).isCloseTo(Duration.ofMillis(300), Duration.ofMillis(150));
        assertThat(result.perSecond()).isCloseTo(result.requests() / 0.3, within(result.requests() * 3.0));
    }

    @Test
    void the_warm_up_is_not_counted() {
        Duration time = Duration.ofMillis(300);
        LoadResult result = run(LoadPlan.lasting(targets(), 2, time, time), "/short");

        assertThat(result.requests()).isPositive().isLessThan(served.get());
    }

    @Test
    void the_time_an_answer_takes_is_what_is_recorded() {
        LoadResult result = run(new LoadPlan(targets(), 2, Duration.ZERO, Duration.ofSeconds(30), 20), "/slow");

        assertThat(result.milliseconds(50)).isBetween(19.0, 200.0);
    }

    @Test
    void an_answer_longer_than_the_buffer_is_read_to_its_end() {
        run(new LoadPlan(targets(), 1, Duration.ZERO, Duration.ofSeconds(30), 3), "/long");

        assertThat(heard).hasSize(3).allSatisfy(body -> assertThat(body).hasSize(100_000));
    }

    @Test
    void an_answer_not_hoped_for_is_a_failure_under_its_status() {
        LoadResult result = run(new LoadPlan(targets(), 1, Duration.ZERO, Duration.ofSeconds(30), 10), "/busy");

        assertThat(result.statuses()).containsEntry(200, 10L);
        assertThat(result.failures()).isEqualTo(result.statuses().get(503)).isPositive();
    }

    @Test
    void a_lost_connection_is_a_failure_and_is_made_anew() {
        LoadResult result = run(LoadPlan.lasting(targets(), 1, Duration.ZERO, Duration.ofMillis(200)), "/rude");

        assertThat(result.requests()).isZero();
        assertThat(result.statuses().get(0)).isGreaterThan(1);
    }

    private List<URI> targets() {
        return List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private LoadResult run(LoadPlan plan, String path) {
        return LoadRun.run(plan, _ -> new Repeated(path));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        served.incrementAndGet();
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(ISO_8859_1));
        exchange.close();
    }

    private final class Repeated implements Conversation {

        private final byte[] request;

        Repeated(String path) {
            request = "GET %s HTTP/1.1\r\nHost: test\r\n\r\n".formatted(path).getBytes(ISO_8859_1);
        }

        @Override
        public ByteBuffer next() {
            return ByteBuffer.wrap(request);
        }

        @Override
        public boolean hear(Answer answer) {
            heard.add(answer.text());
            return answer.status() == 200;
        }
    }
}
