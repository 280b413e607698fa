package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.ApiNode;
import org.csrgrid.apinode.Call;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody takes more than a share: sizes are limited, and so is the time a request may take to arrive. How often one may ask is in RateLimitsTest. */
@ExtendWith(SharedApi.class)
class Api4_2023_ResourceConsumptionTest {

    private static final String HEAD = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static ApiNode impatient;
    private final ApiFixture api;

    Api4_2023_ResourceConsumptionTest(ApiFixture api) {
        this.api = api;
    }

    @BeforeEach
    void startOnce() {
        if (impatient == null) {
            impatient = api.another(Map.of(
                    "api.guard.header-timeout", "600ms",
                    "api.guard.body-timeout", "900ms",
                    "api.guard.read-timeout", "500ms",
                    "api.guard.idle-timeout", "1s"));
        }
    }

    @AfterAll
    static void stop() {
        impatient.close();
        impatient = null;
    }

    @Test
    void Api4_2023_a_url_beyond_the_limit_is_414_and_headers_beyond_it_are_refused() throws IOException {
        String longUrl = Raw.answers(api.port(), "GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        String longHeaders = Raw.answers(
                api.port(), "GET /docs HTTP/1.1\r\nHost: x\r\n" + ("X-Y: " + "z".repeat(1_000) + "\r\n").repeat(20) + "\r\n");

        assertThat(longUrl).startsWith("HTTP/1.1 414").contains("/problems/url-too-long");
        assertThat(longHeaders).startsWith("HTTP/1.1 400").contains("/problems/bad-request");
    }

    @Test
    void Api4_2023_a_body_beyond_the_limit_is_413_measured_or_chunked() throws IOException {
        Answer measured =
                api.post("/api/v1/auth/login").json("\"" + "x".repeat(70_000) + "\"").send();
        String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
        String chunked = Raw.answers(
                api.port(),
                HEAD + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(10) + "0\r\n\r\n");

        assertThat(measured.problem()).isEqualTo("413 body-too-large");
        assertThat(chunked).startsWith("HTTP/1.1 413");
    }

    @Test
    void Api4_2023_headers_that_trickle_in_end_the_connection() throws Exception {
        try (Raw raw = new Raw(impatient.port())) {
            raw.say("GET /api/v1/campaigns HTTP/1.1\r\nHost: x\r\n");

            assertThat(raw.isClosedWhileSaying("X-A: b\r\n", 100, 8_000)).isTrue();
        }
    }

    @Test
    void Api4_2023_a_first_line_that_trickles_in_ends_the_connection() throws Exception {
        try (Raw raw = new Raw(impatient.port())) {
            raw.say("GET /api/v1/campaigns?");

            assertThat(raw.isClosedWhileSaying("x", 100, 8_000)).isTrue();
        }
    }

    @Test
    void Api4_2023_a_body_that_trickles_in_ends_the_connection() throws Exception {
        try (Raw raw = new Raw(impatient.port())) {
            raw.say(HEAD + "Content-Length: 60000\r\n\r\n{\"email\":\"");

            assertThat(raw.isClosedWhileSaying("x", 100, 8_000)).isTrue();
        }
    }

    @Test
    void Api4_2023_a_body_nobody_reads_cannot_trickle_either() throws Exception {
        try (Raw raw = new Raw(impatient.port())) {
            raw.say("POST /api/v1/donations HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{");

            assertThat(raw.isClosedWhileSaying("x", 100, 8_000)).isTrue();
        }
    }

    @Test
    void Api4_2023_silence_ends_the_connection_without_a_fault() throws IOException {
        try (Log log = new Log();
                Raw middle = new Raw(impatient.port());
                Raw never = new Raw(impatient.port())) {
            String answer = middle.say(HEAD + "Content-Length: 50\r\n\r\n{").untilClosed();

            assertThat(answer).doesNotContain("HTTP/1.1 5");
            assertThat(never.untilClosed()).isEmpty();
            assertThat(log.text()).doesNotContain("answered 500");
        }
    }

    @Test
    void Api4_2023_a_client_that_is_only_thinking_between_requests_is_served() {
        for (int i = 0; i < 3; i++) {
            assertThat(new Call(impatient.port(), "GET", "/api/v1/campaigns").send().status())
                    .isEqualTo(200);
        }
    }
}
