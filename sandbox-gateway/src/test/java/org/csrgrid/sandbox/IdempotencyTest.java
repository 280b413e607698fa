package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class IdempotencyTest {

    @Test
    void a_repeated_creation_gets_the_first_answer_even_after_the_payment_moved_on() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            JsonNode first = create(sandbox, "10.00", "key-1").json();
            await().until(() -> sandbox.receiver.types().contains("payment.succeeded"));

            Client.Answer second = create(sandbox, "10.00", "key-1");
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.json()).isEqualTo(first);
            assertThat(payments(sandbox)).hasSize(1);
        }
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            create(sandbox, "10.00", "key-1");

            Client.Answer second = create(sandbox, "11.00", "key-1");
            assertThat(second.status()).isEqualTo(422);
            assertThat(second.contentType()).isEqualTo("application/problem+json");
            assertThat(payments(sandbox)).hasSize(1);
        }
    }

    @Test
    void many_creations_with_one_key_at_once_make_one_payment() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int attempt = 0; attempt < 20; attempt++) {
                answers.add(threads.submit(
                        () -> create(sandbox, "10.00", "key-1").json().get("id").asText()));
            }

            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
            assertThat(payments(sandbox)).hasSize(1);
        }
    }

    @Test
    void a_repeated_refund_gives_back_once() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String path = "/payments/" + RefundTest.captured(sandbox, "10.00") + "/refunds";

            Client.Answer first = sandbox.client.post(path, "{\"amount\":\"8.00\"}", "Idempotency-Key", "r1");
            Client.Answer second = sandbox.client.post(path, "{\"amount\":\"8.00\"}", "Idempotency-Key", "r1");
            assertThat(second).isEqualTo(first);
            assertThat(second.status()).isEqualTo(201);
        }
    }

    @Test
    void without_a_key_each_request_counts() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.client.pay("10.00", sandbox.receiver.url());
            sandbox.client.pay("10.00", sandbox.receiver.url());

            assertThat(payments(sandbox)).hasSize(2);
        }
    }

    private static Client.Answer create(Sandbox sandbox, String amount, String key) throws Exception {
        return sandbox.client.post(
                "/payments", Client.paymentBody(amount, sandbox.receiver.url()), "Idempotency-Key", key);
    }

    private static JsonNode payments(Sandbox sandbox) throws Exception {
        return sandbox.client.get("/payments?reference=donation-1").json().get("payments");
    }
}
