package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.ApiNode;
import org.csrgrid.apinode.Call;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documentation and monitoring are not for outsiders. A believed proxy plays the outside world. */
@ExtendWith(SharedApi.class)
class Asvs_13_4_5_InnerPathsTest {

    private static final String[] INNER = {
        "/", "/docs", "/docs/", "/docs/start.js", "/openapi.yaml", "/observe", "/observe/health", "/observe/health/live",
        "/observe/metrics", "/observe/info", "/observe/config", "/observe/log"
    };
    private static final String OUTSIDER = "203.0.113.7";
    private final ApiFixture api;

    Asvs_13_4_5_InnerPathsTest(ApiFixture api) {
        this.api = api;
    }

    private ApiNode production(Map<String, String> more) {
        var settings = new java.util.HashMap<>(Map.of(
                "security.mode", "production",
                "limits.trusted-proxies", "127.0.0.1",
                "jobs.payload-key", "payload-key-of-the-tests-with-enough-characters",
                "payments.webhook-secret", "webhook-secret-of-the-tests-that-is-long-enough"));
        settings.putAll(more);
        return api.another(settings);
    }

    @Test
    void Asvs_13_4_5_in_production_they_do_not_exist_for_outsiders() {
        try (ApiNode node = production(Map.of())) {
            for (String path : INNER) {
                assertThat(status(node, path, OUTSIDER)).as(path).isEqualTo(404);
            }
            assertThat(status(node, "/api/v1/campaigns", OUTSIDER)).isEqualTo(200);
            assertThat(status(node, "/problems/not-found", OUTSIDER)).isEqualTo(200);
            assertThat(status(node, "/observe/metrics", "127.0.0.1")).isEqualTo(200);
        }
    }

    @Test
    void Asvs_13_4_5_no_spelling_of_the_path_gets_around_it() throws IOException {
        try (ApiNode node = production(Map.of())) {
            for (String path : new String[] {
                "/%6fbserve/metrics", "//observe/metrics", "/./observe/metrics", "/api/../observe/metrics",
                "/api/%2e%2e/observe/metrics", "/observe;x=y/metrics", "/problems/..%2fobserve/metrics", "/Observe/metrics",
                "/api/v1/../../openapi.yaml", "/api//../docs"
            }) {
                String answer = Raw.answers(
                        node.port(),
                        "GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + OUTSIDER
                                + "\r\nConnection: close\r\n\r\n");
                assertThat(answer).as(path).startsWith("HTTP/1.1 4");
            }
        }
    }

    @Test
    void Asvs_13_4_5_listed_networks_see_them_also_in_production() {
        try (ApiNode node = production(Map.of("api.guard.inner-networks", "203.0.113.0/24"))) {
            assertThat(status(node, "/observe/health/live", OUTSIDER)).isIn(200, 204);
            assertThat(status(node, "/observe/health/live", "198.51.100.1")).isEqualTo(404);
        }
    }

    @Test
    void Asvs_4_1_3_an_outsider_cannot_say_to_be_an_insider() {
        try (ApiNode node = production(Map.of())) {
            assertThat(status(node, "/observe/metrics", "127.0.0.1, " + OUTSIDER)).isEqualTo(404);
            assertThat(status(node, "/observe/metrics", "::1, " + OUTSIDER)).isEqualTo(404);
        }
    }

    private static int status(ApiNode node, String path, String from) {
        return new Call(node.port(), "GET", path)
                .with("X-Forwarded-For", from)
                .send()
                .status();
    }
}
