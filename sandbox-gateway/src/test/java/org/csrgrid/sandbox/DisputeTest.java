package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

final class DisputeTest {

    @Test
    void a_dispute_claims_what_refunds_have_left() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = RefundTest.captured(sandbox, "10.00");
            sandbox.client.post("/payments/" + id + "/refunds", "{\"amount\":\"4.00\"}");

            Client.Answer answer = sandbox.client.post("/payments/" + id + "/disputes", "");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().get("amount").asText()).isEqualTo("6.00");
            assertThat(answer.json().get("status").asText()).isEqualTo("open");
            await().until(() -> sandbox.receiver.types().contains("dispute.opened"));
            assertThat(sandbox.client.payment(id).get("dispute")).isEqualTo(answer.json());
        }
    }

    @Test
    void a_lost_dispute_leaves_nothing_to_refund() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = RefundTest.captured(sandbox, "10.00");

            assertThat(resolve(sandbox, id, "lost").json().get("status").asText())
                    .isEqualTo("lost");
            await().until(() -> sandbox.receiver.types().contains("dispute.lost"));
            assertThat(refund(sandbox, id)).isEqualTo(422);
        }
    }

    @Test
    void a_won_dispute_leaves_everything_as_it_was() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = RefundTest.captured(sandbox, "10.00");

            assertThat(resolve(sandbox, id, "won").json().get("status").asText())
                    .isEqualTo("won");
            await().until(() -> sandbox.receiver.types().contains("dispute.won"));
            assertThat(refund(sandbox, id)).isEqualTo(201);
        }
    }

    @Test
    void a_dispute_is_decided_once_and_repeating_the_decision_is_harmless() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = RefundTest.captured(sandbox, "10.00");
            String disputeId = resolve(sandbox, id, "won").json().get("id").asText();
            String path = "/payments/" + id + "/disputes/" + disputeId + "/resolve";

            assertThat(sandbox.client.post(path, "{\"outcome\":\"won\"}").status())
                    .isEqualTo(200);
            assertThat(sandbox.client.post(path, "{\"outcome\":\"lost\"}").status())
                    .isEqualTo(409);
            assertThat(sandbox.client.payment(id).get("revision").asInt()).isEqualTo(4);
        }
    }

    @Test
    void while_a_dispute_is_open_there_is_neither_a_refund_nor_a_second_dispute() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = RefundTest.captured(sandbox, "10.00");
            sandbox.client.post("/payments/" + id + "/disputes", "");

            assertThat(refund(sandbox, id)).isEqualTo(409);
            assertThat(sandbox.client.post("/payments/" + id + "/disputes", "").status())
                    .isEqualTo(409);
        }
    }

    private static Client.Answer resolve(Sandbox sandbox, String id, String outcome) throws Exception {
        String disputeId = sandbox.client
                .post("/payments/" + id + "/disputes", "{}")
                .json()
                .get("id")
                .asText();
        return sandbox.client.post(
                "/payments/" + id + "/disputes/" + disputeId + "/resolve", "{\"outcome\":\"%s\"}".formatted(outcome));
    }

    private static int refund(Sandbox sandbox, String id) throws Exception {
        return sandbox.client
                .post("/payments/" + id + "/refunds", "{\"amount\":\"1.00\"}")
                .status();
    }
}
