package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadInputTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    amount,     "0.00"
                    amount,     "-1.00"
                    amount,     "1.001"
                    amount,     "1e2"
                    amount,     "9999999999999"
                    amount,     10
                    amount,     null
                    currency,   "EURO"
                    currency,   "XAU"
                    method,     "Card!"
                    reference,  ""
                    reference,  ["a"]
                    reference,  "a\\u0000b"
                    webhookUrl, "ftp://127.0.0.1/"
                    webhookUrl, "not a url"
                    webhookUrl, "/relative"
                    returnUrl,  "javascript:alert(1)"
                    surprise,   "x"
                    """)
    void a_bad_field_is_named_and_nothing_is_created(String field, String value) throws Exception {
        String body = "{" + "\"reference\":\"bad\",\"amount\":\"1.00\",\"currency\":\"EUR\",\"method\":\"card\","
                + "\"webhookUrl\":\"http://127.0.0.1:1/\",\"returnUrl\":null}";
        String broken = body.contains("\"" + field + "\"")
                ? body.replaceFirst("\"" + field + "\":(\"[^\"]*\"|null)", "\"" + field + "\":" + escaped(value))
                : body.replaceFirst("}", ",\"" + field + "\":" + value + "}");

        Client.Answer answer = sandbox.client.post("/payments", broken);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("pointer").asText()).isEqualTo("/" + field);
        assertThat(sandbox.client.get("/payments?reference=bad").json().get("payments"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reference\":", "[]", "\"text\"", "{} {}", "{\"amount\":\"1\",\"amount\":\"2\"}", "nul"})
    void what_is_no_json_object_is_refused(String body) throws Exception {
        assertProblem(sandbox.client.post("/payments", body), 400);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() throws Exception {
        byte[] body = "{\"reference\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(sandbox.client.post("/payments", body), 400);
    }

    @Test
    void a_large_body_is_refused() throws Exception {
        assertProblem(sandbox.client.post("/payments", "{\"reference\":\"" + "x".repeat(1_000_000) + "\"}"), 413);
    }

    @Test
    void another_content_type_is_refused() throws Exception {
        assertProblem(
                sandbox.client.send(HttpRequest.newBuilder(sandbox.gateway.uri().resolve("/payments"))
                        .header("Authorization", "Bearer " + Sandbox.API_KEY)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/payments", "/payments/pay_1", "/payments/pay_1/refunds", "/simulator/events?payment=x"})
    void without_the_api_key_nothing_is_answered(String path) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(sandbox.gateway.uri().resolve(path));
        assertProblem(sandbox.client.send(request.copy().GET()), 401);
        assertProblem(
                sandbox.client.send(
                        request.header("Authorization", "Bearer wrong").GET()),
                401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/payments/pay_none", "/checkout/pay_none", "/payments/a/b/c", "/nowhere", "/"})
    void what_is_not_there_is_not_found(String path) throws Exception {
        assertProblem(sandbox.client.get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "x", "-1", ""})
    void a_bad_limit_is_refused(String limit) throws Exception {
        assertProblem(sandbox.client.get("/payments?limit=" + limit), 400);
    }

    @Test
    void a_bad_idempotency_key_is_refused() throws Exception {
        String body = Client.paymentBody("10.00", "http://127.0.0.1:1/");
        assertProblem(sandbox.client.post("/payments", body, "Idempotency-Key", "k".repeat(256)), 400);
    }

    @Test
    void a_refund_of_a_payment_that_is_not_there_is_not_found() throws Exception {
        assertProblem(sandbox.client.post("/payments/pay_none/refunds", "{\"amount\":\"1.00\"}"), 404);
        assertProblem(sandbox.client.post("/payments/pay_none/disputes", "{}"), 404);
        assertProblem(sandbox.client.post("/payments/pay_none/disputes/d/resolve", "{\"outcome\":\"won\"}"), 404);
        assertProblem(sandbox.client.post("/simulator/webhooks/evt_none/replay", ""), 404);
    }

    private static String escaped(String replacement) {
        return replacement.replace("\\", "\\\\");
    }

    private static void assertProblem(Client.Answer answer, int status) throws Exception {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asText()).isNotBlank();
    }
}
