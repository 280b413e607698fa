package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class RefundTest {

    @Test
    void a_refund_is_pending_at_first_and_succeeds_with_a_webhook() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = captured(sandbox, "10.00");
            Client.Answer answer = sandbox.client.post(
                    "/payments/" + id + "/refunds",
                    "{\"amount\":\"4.00\",\"reason\":\"asked\"}",
                    "Idempotency-Key",
                    "refund-7");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().get("status").asText()).isEqualTo("pending");
            assertThat(answer.json().get("reference").asText()).isEqualTo("refund-7");

            await().until(() -> sandbox.receiver.types().contains("refund.succeeded"));
            JsonNode payment = sandbox.receiver.webhooks().getLast().payment();
            assertThat(payment.at("/refunds/0/status").asText()).isEqualTo("succeeded");
            assertThat(payment.at("/refunds/0/amount").asText()).isEqualTo("4.00");
            assertThat(payment.get("capturedAmount").asText()).isEqualTo("10.00");
            assertThat(payment.get("status").asText()).isEqualTo("succeeded");
        }
    }

    @Test
    void refunds_together_never_exceed_what_was_captured() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = captured(sandbox, "10.00");

            assertThat(refund(sandbox, id, "6.00").status()).isEqualTo(201);
            assertThat(refund(sandbox, id, "4.01").status()).isEqualTo(422);
            assertThat(refund(sandbox, id, "4.00").status()).isEqualTo(201);
            assertThat(refund(sandbox, id, "0.01").status()).isEqualTo(422);
            assertThat(sandbox.client.payment(id).get("refunds")).hasSize(2);
        }
    }

    @Test
    void nothing_is_refunded_before_it_is_captured() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = sandbox.client
                    .pay("10.03", sandbox.receiver.url())
                    .get("id")
                    .asText();

            Client.Answer answer = refund(sandbox, id, "1.00");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void many_refunds_at_once_give_back_the_captured_amount_and_no_more() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = captured(sandbox, "10.00");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int attempt = 0; attempt < 30; attempt++) {
                    threads.submit(() -> refund(sandbox, id, "1.00"));
                }
            }

            assertThat(sandbox.client.payment(id).get("refunds")).hasSize(10);
        }
    }

    static String captured(Sandbox sandbox, String amount) throws Exception {
        String id = sandbox.client.pay(amount, sandbox.receiver.url()).get("id").asText();
        await().until(() -> sandbox.receiver.types().contains("payment.succeeded"));
        return id;
    }

    private static Client.Answer refund(Sandbox sandbox, String id, String amount) throws Exception {
        return sandbox.client.post("/payments/" + id + "/refunds", "{\"amount\":\"%s\"}".formatted(amount));
    }
}
