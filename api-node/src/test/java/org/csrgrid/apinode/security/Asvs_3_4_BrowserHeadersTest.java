package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.ApiNode;
import org.csrgrid.apinode.Call;
import org.csrgrid.apinode.Person;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers are told. */
@ExtendWith(SharedApi.class)
class Asvs_3_4_BrowserHeadersTest {

    private static final String SITE = "https://giving.example.org";
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private final ApiFixture api;

    Asvs_3_4_BrowserHeadersTest(ApiFixture api) {
        this.api = api;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/campaigns",
        "GET, /api/v1/auth/me",
        "DELETE, /api/v1/campaigns",
        "POST, /api/v1/auth/login",
        "GET, /nowhere",
        "GET, /docs",
        "GET, /openapi.yaml",
        "GET, /observe/health/live",
        "GET, /observe/metrics",
        "GET, /problems/not-found"
    })
    void Asvs_3_4_3_to_6_every_answer_has_them(String method, String path) {
        Answer answer = api.call(method, path).send();

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void Asvs_3_4_4_answers_to_what_is_not_even_http_have_them_too() throws IOException {
        assertThat(Raw.answers(api.port(), "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("nosniff", "no-referrer", "frame-ancestors 'none'");
    }

    @Test
    void Asvs_13_4_6_nothing_says_what_the_server_is_made_of() {
        for (String path : new String[] {"/api/v1/campaigns", "/nowhere", "/%00", "/api/v1/auth/me"}) {
            Answer answer = api.get(path).send();
            String all = (answer.response().headers().map() + answer.text()).toLowerCase(java.util.Locale.ROOT);
            assertThat(answer.header("Server")).isNull();
            assertThat(answer.header("X-Powered-By")).isNull();
            assertThat(all).doesNotContain("helidon", "hazelcast", "java", "jackson", "temurin");
        }
    }

    @Test
    void Asvs_3_4_2_without_a_list_no_other_site_may_read_answers() {
        Answer answer = api.get(CAMPAIGNS).with("Origin", SITE).send();
        Answer asked = api.call("OPTIONS", CAMPAIGNS)
                .with("Origin", SITE)
                .with("Access-Control-Request-Method", "GET")
                .send();

        assertThat(answer.response().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(asked.status()).isEqualTo(405);
        assertThat(asked.response().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void Asvs_3_4_2_a_listed_site_may_and_no_other() {
        try (ApiNode node = api.another(Map.of("api.guard.allowed-origins", SITE))) {
            Answer asked = new Call(node.port(), "OPTIONS", CAMPAIGNS)
                    .with("Origin", SITE)
                    .with("Access-Control-Request-Method", "POST")
                    .send();
            Answer answer =
                    new Call(node.port(), "GET", CAMPAIGNS).with("Origin", SITE).send();

            assertThat(asked.status()).isEqualTo(204);
            assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(asked.header("Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");
            assertThat(asked.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(answer.header("Vary")).contains("Origin");
            for (String other : new String[] {"null", SITE + ".evil.example", "http://giving.example.org", "https://evil.example"
            }) {
                assertThat(new Call(node.port(), "GET", CAMPAIGNS)
                                .with("Origin", other)
                                .send()
                                .header("Access-Control-Allow-Origin"))
                        .isNull();
            }
        }
    }

    @Test
    void Asvs_14_3_2_private_answers_are_not_kept() {
        for (String path : new String[] {"/api/v1/auth/me", "/api/v1/auth/sessions", "/api/v1/donations", "/api/v1/jobs"}) {
            assertThat(api.as(Person.EMPLOYEE, "GET", path).send().header("Cache-Control"))
                    .as(path)
                    .isEqualTo("no-store");
        }
    }
}
