package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedApi.class)
class HttpTest {

    private final ApiFixture api;

    HttpTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void an_unknown_path_does_not_exist() {
        Answer answer = api.get("/api/v1/nothing").send();

        assertThat(answer.problem()).isEqualTo("404 not-found");
        assertThat(answer.at("/instance")).isEqualTo("/api/v1/nothing");
        assertThat(answer.at("/status")).isEqualTo("404");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/campaigns, 'GET, POST'",
        "PUT, /api/v1/campaigns/1, 'GET, PATCH'",
        "TRACE, /api/v1/campaigns/1, 'GET, PATCH'",
        "GET, /api/v1/campaigns/1/submit, POST",
        "PATCH, /api/v1/donations/1-2, GET",
        "GET, /api/v1/auth/login, POST",
        "POST, /openapi.yaml, GET"
    })
    void another_method_is_refused_and_the_possible_ones_are_listed(String method, String path, String allow) {
        Answer answer = api.call(method, path).send();

        assertThat(answer.problem()).isEqualTo("405 method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(allow);
    }

    @Test
    void a_sane_request_id_comes_back_and_another_is_replaced() {
        Answer echoed =
                api.get("/api/v1/organizations").with("X-Request-Id", "abc-123").send();
        Answer replaced = api.get("/api/v1/nothing")
                .with("X-Request-Id", "<script>alert(1)</script>")
                .send();

        assertThat(echoed.header("X-Request-Id")).isEqualTo("abc-123");
        assertThat(replaced.header("X-Request-Id")).matches("[0-9a-f]{16}");
        assertThat(replaced.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void organizations_are_listed_in_pages_and_read_in_a_language() {
        Answer first = api.get("/api/v1/organizations?limit=1").send();
        Answer second = api.get(first.at("/next")).send();
        Answer dutch = api.get("/api/v1/organizations/11")
                .with("Accept-Language", "nl")
                .send();

        assertThat(first.at("/items/0/id")).isEqualTo("11");
        assertThat(second.at("/items/0/id")).isEqualTo("12");
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(dutch.at("/mission")).isEqualTo("Wij helpen");
        assertThat(dutch.at("/status")).isEqualTo("active");
        assertThat(api.get("/api/v1/organizations/11")
                        .with("Accept-Language", "nl")
                        .with("If-None-Match", dutch.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(api.get("/api/v1/organizations/13").send().problem()).isEqualTo("404 not-found");
    }

    @Test
    void the_process_is_alive_and_ready_and_tells_its_times_by_route() {
        api.get("/api/v1/organizations/11").send();

        assertThat(api.get("/observe/health/live").send().status()).isIn(200, 204);
        assertThat(api.get("/observe/health/ready").send().status()).isIn(200, 204);
        await().untilAsserted(
                        () -> assertThat(api.get("/observe/metrics").send().text())
                                .contains("http_server_requests_seconds")
                                .contains("route=\"/api/v1/organizations/{id}\""));
    }

    @Test
    void the_documentation_works_without_other_hosts() {
        Answer home = api.get("/").send();
        Answer page = api.get("/docs").send();

        assertThat(home.status()).isEqualTo(302);
        assertThat(home.header("Location")).isEqualTo("/docs");
        assertThat(api.get("/docs/").send().text()).isEqualTo(page.text());
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.text()).doesNotContain("http://", "https://");
        assertThat(api.get("/docs/swagger-ui-bundle.js").send().text()).contains("SwaggerUIBundle");
        assertThat(api.get("/docs/swagger-ui.css").send().header("Content-Type"))
                .isEqualTo("text/css");
        assertThat(api.get("/docs/start.js").send().text()).contains("/openapi.yaml");
        assertThat(api.get("/problems/campaign-closed").send().at("/status")).isEqualTo("409");
        assertThat(api.get("/problems/nothing").send().problem()).isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\n",
                "GET /api/v1/campaigns?status=%zz HTTP/1.1\r\n",
                "NONSENSE\r\n",
                "GET /api/v1/campaigns HTTP/1.1\r\nno colon\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: x\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: no type\r\nContent-Length: 0\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json; charset=x y\r\nContent-Length: 0\r\n"
            })
    void what_is_not_http_is_the_clients_fault_and_shows_no_stack(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            socket.setSoTimeout(10_000);
            String request = head + "Host: x\r\nConnection: close\r\n\r\n{\"email\"";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).doesNotContain("Exception", "\tat ");
            assertThat(answer.isEmpty() || answer.contains("no-store"))
                    .as(answer)
                    .isTrue();
            assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"))
                    .as(answer)
                    .isTrue();
        }
    }

    @Test
    void chunks_that_are_none_are_the_clients_fault() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            socket.setSoTimeout(10_000);
            String request = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/bad-request");
        }
    }
}
