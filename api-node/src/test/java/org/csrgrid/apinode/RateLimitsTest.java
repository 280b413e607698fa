package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two API nodes on one grid, with the clock standing still unless a test moves it. Every test is a client at an address of its own. */
@ExtendWith(SharedApi.class)
class RateLimitsTest {

    private static final String READ = "/api/v1/organizations";
    private static final String LOGIN = "/api/v1/auth/login";
    private static final Map<String, String> BEHIND_A_PROXY =
            Map.of("limits.enabled", "true", "limits.trusted-proxies", "127.0.0.1");

    private final ApiFixture api;
    private final String address;

    RateLimitsTest(ApiFixture api) {
        this.api = api;
        var random = ThreadLocalRandom.current();
        address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    @Test
    void two_nodes_together_let_through_what_one_may_and_no_more_than_a_lease_less() {
        try (ApiNode one = api.another(BEHIND_A_PROXY);
                ApiNode other = api.another(BEHIND_A_PROXY)) {
            long served = IntStream.range(0, 120)
                    .filter(i -> read(i % 3 == 0 ? one : other).status() == 200)
                    .count();

            assertThat(served).isLessThanOrEqualTo(40).isGreaterThanOrEqualTo(40 - 2 * 5);
        }
    }

    @Test
    void a_lone_node_lets_through_exactly_the_burst_and_tells_how_many_are_left() {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            var left = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                left.add(read(node).header("RateLimit"));
            }

            assertThat(left.getFirst()).startsWith("\"anonymous\";r=39;t=");
            assertThat(left.getLast()).isEqualTo("\"anonymous\";r=0;t=80");
            assertThat(read(node).status()).isEqualTo(429);
        }
    }

    @Test
    void what_is_too_much_is_a_problem_that_says_when_to_come_back_and_then_is_let_in() {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            for (int i = 0; i < 40; i++) {
                read(node);
            }
            Answer refused = read(node);

            assertThat(refused.problem()).isEqualTo("429 too-many-requests");
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(refused.header("RateLimit")).isEqualTo("\"anonymous\";r=0;t=2");
            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"anonymous\";q=30;w=60;csr-burst=40");
            assertThat(refused.header("X-Request-Id")).isNotNull();
            api.clock.advance(Duration.ofSeconds(2));
            assertThat(read(node).status()).isEqualTo(200);
            assertThat(read(node).status()).isEqualTo(429);
        }
    }

    @Test
    void everybody_signed_in_has_the_rate_of_their_role_wherever_they_are() {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            assertThat(readAs(node, Person.GUEST).header("RateLimit-Policy")).startsWith("\"anonymous\";q=30;");
            assertThat(readAs(node, Person.EMPLOYEE).header("RateLimit-Policy"))
                    .isEqualTo("\"employee\";q=60;w=60;csr-burst=80");
            assertThat(readAs(node, Person.ORGANIZATION_ADMIN).header("RateLimit-Policy"))
                    .isEqualTo("\"manager\";q=120;w=60;csr-burst=150");
            assertThat(readAs(node, Person.ADMIN).header("RateLimit-Policy"))
                    .isEqualTo("\"admin\";q=120;w=60;csr-burst=150");
            assertThat(read(node).header("RateLimit")).contains("r=39");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOGIN, "/api/v1/auth/%6Cogin", "/api/v1/auth/./login"})
    void signing_in_is_tried_ten_times_a_minute_from_one_address_however_it_is_spelled(String path) {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            List<Integer> answers = IntStream.range(0, 12)
                    .mapToObj(i -> login(node, path).status())
                    .toList();

            assertThat(answers.subList(0, 10)).allMatch(status -> status == 401 || status == 404);
            assertThat(answers.getFirst() == 401).isEqualTo(answers.getLast() == 429);
            assertThat(read(node).status()).isEqualTo(200);
        }
    }

    @Test
    void a_header_from_somebody_who_is_no_proxy_changes_nothing() {
        Map<String, String> believingNobody = new HashMap<>(BEHIND_A_PROXY);
        believingNobody.put("limits.trusted-proxies", "10.0.0.0/8");
        // Buckets of its own, since all tests without a proxy share the loopback address.
        believingNobody.put("limits.callers.anonymous.burst", Integer.toString(41));
        try (ApiNode node = api.another(believingNobody)) {
            for (int i = 0; i < 41; i++) {
                forwarded(node, "192.0.2." + i);
            }

            assertThat(forwarded(node, "192.0.2.99").status()).isEqualTo(429);
        }
    }

    @Test
    void only_the_address_the_believed_proxy_saw_counts() {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            for (int i = 0; i < 40; i++) {
                forwarded(node, "192.0.2." + i + ", " + address);
            }

            assertThat(forwarded(node, "192.0.2.99, " + address).status()).isEqualTo(429);
            assertThat(forwarded(node, address + ", 198.51.100.7").status()).isEqualTo(200);
        }
    }

    @Test
    void a_token_that_is_not_good_is_counted_by_address() {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            for (int i = 0; i < 40; i++) {
                assertThat(bad(node).status()).isEqualTo(401);
            }

            assertThat(bad(node).status()).isEqualTo(429);
        }
    }

    @Test
    void health_metrics_and_documentation_are_not_counted() {
        try (ApiNode node = api.another(BEHIND_A_PROXY)) {
            assertThat(call(node, "GET", "/docs").send().header("RateLimit-Policy"))
                    .isNull();
            assertThat(call(node, "GET", "/observe/health/live").send().header("RateLimit-Policy"))
                    .isNull();
        }
    }

    @Test
    void without_the_grid_reads_pass_at_once_and_signing_in_and_writing_are_refused() {
        try (ApiFixture own = new ApiFixture();
                ApiNode node = own.another(BEHIND_A_PROXY)) {
            read(node);
            own.grid.getLifecycleService().terminate();

            long start = System.nanoTime();
            Answer problem = call(node, "GET", "/api/v1/nothing").send();
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.header("RateLimit-Policy")).isNotNull();
            assertThat(problem.header("RateLimit")).isNull();
            Answer login = login(node, LOGIN);
            assertThat(login.problem()).isEqualTo("503 unavailable");
            assertThat(login.header("Retry-After")).isEqualTo("2");
            assertThat(call(node, "POST", "/api/v1/donations").send().status()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private Answer bad(ApiNode node) {
        return call(node, "GET", "/api/v1/campaigns")
                .token("x.y." + UUID.randomUUID())
                .send();
    }

    private Answer readAs(ApiNode node, Person person) {
        return call(node, "GET", READ).token(api.token(person)).send();
    }

    private Answer read(ApiNode node) {
        return call(node, "GET", READ).send();
    }

    private Answer login(ApiNode node, String path) {
        return call(node, "POST", path)
                .json("{\"email\":\"nobody@example.org\",\"password\":\"wrong\"}")
                .send();
    }

    private static Answer forwarded(ApiNode node, String header) {
        return new Call(node.port(), "GET", READ)
                .with("X-Forwarded-For", header)
                .send();
    }

    private Call call(ApiNode node, String method, String path) {
        return new Call(node.port(), method, path).with("X-Forwarded-For", address);
    }
}
