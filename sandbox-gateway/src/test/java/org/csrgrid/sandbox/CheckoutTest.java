package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

final class CheckoutTest {

    @Test
    void the_page_shows_the_amount_and_escapes_what_the_client_sent() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = create(sandbox, "<script>1</script>", "");

            Client.Answer page = sandbox.client.get("/checkout/" + id);
            assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
            assertThat(page.text())
                    .contains("10.03 EUR", "&lt;script&gt;", ">Pay<", ">Decline<")
                    .doesNotContain("<script>", "src=", "http");
        }
    }

    @Test
    void an_approved_payment_is_processed_and_succeeds_and_the_payer_goes_back() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = create(sandbox, "donation-1", ",\"returnUrl\":\"https://shop.example/thanks?a=b\"");

            Client.Answer answer = press(sandbox, id, "approve");
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).isEqualTo("https://shop.example/thanks?a=b");
            await().until(() -> sandbox.receiver.webhooks().size() == 3);
            assertThat(sandbox.receiver.types())
                    .containsExactlyInAnyOrder("payment.requires_action", "payment.processing", "payment.succeeded");
            assertThat(sandbox.client.payment(id).get("status").asText()).isEqualTo("succeeded");
        }
    }

    @Test
    void a_declined_payment_fails_and_a_closing_page_says_so() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = create(sandbox, "donation-1", "");

            assertThat(press(sandbox, id, "decline").location()).isEqualTo("/checkout/" + id);
            await().until(() -> sandbox.receiver.types().contains("payment.failed"));
            assertThat(sandbox.client.get("/checkout/" + id).text())
                    .contains("The payment has failed.")
                    .doesNotContain("<form");
            assertThat(sandbox.client.payment(id).get("failureReason").asText()).isEqualTo("declined_by_payer");
        }
    }

    @Test
    void pressing_the_other_button_afterwards_changes_nothing() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = create(sandbox, "donation-1", "");
            press(sandbox, id, "decline");

            assertThat(press(sandbox, id, "approve").status()).isEqualTo(303);
            assertThat(sandbox.client.payment(id).get("status").asText()).isEqualTo("failed");
            assertThat(sandbox.client.payment(id).get("revision").asInt()).isEqualTo(2);
        }
    }

    private static String create(Sandbox sandbox, String reference, String more) throws Exception {
        String body = """
                {"reference":"%s","amount":"10.03","currency":"EUR","method":"card","webhookUrl":"%s"%s}""".formatted(reference, sandbox.receiver.url(), more);
        return sandbox.client.post("/payments", body).json().get("id").asText();
    }

    /** Without an API key, as a browser does. */
    private static Client.Answer press(Sandbox sandbox, String id, String button) throws Exception {
        return sandbox.client.send(
                HttpRequest.newBuilder(sandbox.gateway.uri().resolve("/checkout/" + id + "/" + button))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.noBody()));
    }
}
