package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MagicAmountTest {

    @Test
    void an_ordinary_amount_is_processing_at_once_and_succeeds_with_one_webhook() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            JsonNode created = sandbox.client.pay("10.00", sandbox.receiver.url());
            assertThat(created.get("status").asText()).isEqualTo("processing");
            assertThat(created.get("capturedAmount").asText()).isEqualTo("0.00");

            await().until(() -> sandbox.receiver.webhooks().size() == 1);
            Receiver.Webhook webhook = sandbox.receiver.webhooks().getFirst();
            assertThat(webhook.type()).isEqualTo("payment.succeeded");
            assertThat(webhook.payment())
                    .isEqualTo(sandbox.client.payment(created.get("id").asText()));
            assertThat(webhook.payment().get("capturedAmount").asText()).isEqualTo("10.00");
            assertThat(webhook.payment().get("revision").asInt()).isEqualTo(2);
        }
    }

    @Test
    void an_amount_ending_in_02_is_declined() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.client.pay("10.02", sandbox.receiver.url());

            await().until(() -> sandbox.receiver.types().contains("payment.failed"));
            JsonNode payment = sandbox.receiver.webhooks().getFirst().payment();
            assertThat(payment.get("status").asText()).isEqualTo("failed");
            assertThat(payment.get("failureReason").asText()).isEqualTo("card_declined");
            assertThat(payment.get("capturedAmount").asText()).isEqualTo("0.00");
        }
    }

    @Test
    void an_amount_ending_in_03_waits_for_the_payer() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            JsonNode created = sandbox.client.pay("10.03", sandbox.receiver.url());

            await().until(() -> sandbox.receiver.webhooks().size() == 1);
            assertThat(sandbox.receiver.types()).containsExactly("payment.requires_action");
            JsonNode now = sandbox.client.payment(created.get("id").asText());
            assertThat(now.get("status").asText()).isEqualTo("requires_action");
            assertThat(now.get("checkoutUrl").asText())
                    .isEqualTo(
                            sandbox.gateway.uri() + "/checkout/" + now.get("id").asText());
        }
    }

    @Test
    void an_amount_ending_in_04_is_recorded_at_once_and_answered_late() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Instant start = Instant.now();
            JsonNode created = sandbox.client.pay("10.04", sandbox.receiver.url());

            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Sandbox.QUICK.lateAnswer());
            Instant recorded = Instant.parse(created.get("createdAt").asText());
            assertThat(Duration.between(start, recorded)).isLessThan(Sandbox.QUICK.lateAnswer());
            await().until(() -> sandbox.receiver.types().contains("payment.succeeded"));
        }
    }

    @Test
    void an_amount_ending_in_05_sends_each_webhook_twice_with_one_id() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.client.pay("10.05", sandbox.receiver.url());

            await().until(() -> sandbox.receiver.webhooks().size() == 2);
            assertThat(sandbox.receiver.types()).containsExactly("payment.succeeded", "payment.succeeded");
            assertThat(sandbox.receiver.webhooks().stream().map(Receiver.Webhook::id))
                    .containsOnly(sandbox.receiver.webhooks().getFirst().id());
        }
    }

    @Test
    void an_amount_ending_in_06_tells_of_success_before_it_tells_of_processing() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.client.pay("10.06", sandbox.receiver.url());

            await().until(() -> sandbox.receiver.webhooks().size() == 2);
            assertThat(sandbox.receiver.types()).containsExactly("payment.succeeded", "payment.processing");
            assertThat(sandbox.receiver.webhooks().stream()
                            .map(webhook -> webhook.payment().get("revision").asInt()))
                    .containsExactly(2, 1);
        }
    }

    @Test
    void an_amount_ending_in_07_succeeds_at_once_but_its_webhook_comes_late() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Instant start = Instant.now();
            String id = sandbox.client
                    .pay("10.07", sandbox.receiver.url())
                    .get("id")
                    .asText();

            await().until(() ->
                    sandbox.client.payment(id).get("status").asText().equals("succeeded"));
            assertThat(sandbox.receiver.webhooks()).isEmpty();
            await().until(() -> sandbox.receiver.types().contains("payment.succeeded"));
            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Sandbox.QUICK.lateWebhook());
        }
    }

    @Test
    void an_amount_ending_in_08_succeeds_and_never_sends_a_webhook_unless_it_is_replayed() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = sandbox.client
                    .pay("10.08", sandbox.receiver.url())
                    .get("id")
                    .asText();
            await().until(() ->
                    sandbox.client.payment(id).get("status").asText().equals("succeeded"));
            JsonNode events =
                    sandbox.client.get("/simulator/events?payment=" + id).json().get("events");
            assertThat(events).hasSize(1);
            await().during(Duration.ofMillis(300))
                    .until(() -> sandbox.receiver.webhooks().isEmpty());

            String eventId = events.get(0).get("id").asText();
            assertThat(sandbox.client
                            .post("/simulator/webhooks/" + eventId + "/replay", "")
                            .status())
                    .isEqualTo(202);
            await().until(() -> sandbox.receiver.webhooks().size() == 1);
            assertThat(sandbox.receiver.webhooks().getFirst().event()).isEqualTo(events.get(0));
        }
    }

    @Test
    void an_amount_ending_in_09_succeeds_but_its_refunds_fail() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = sandbox.client
                    .pay("10.09", sandbox.receiver.url())
                    .get("id")
                    .asText();
            await().until(() -> sandbox.receiver.types().contains("payment.succeeded"));
            sandbox.client.post("/payments/" + id + "/refunds", "{\"amount\":\"4.00\"}");

            await().until(() -> sandbox.receiver.types().contains("refund.failed"));
            JsonNode refund = sandbox.client.payment(id).get("refunds").get(0);
            assertThat(refund.get("status").asText()).isEqualTo("failed");
            assertThat(refund.get("failureReason").asText()).isEqualTo("refund_declined");
            assertThat(sandbox.client
                            .post("/payments/" + id + "/refunds", "{\"amount\":\"10.09\"}")
                            .status())
                    .as("a failed refund leaves the whole amount to refund")
                    .isEqualTo(201);
        }
    }
}
