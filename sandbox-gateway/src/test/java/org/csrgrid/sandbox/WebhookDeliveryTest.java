package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.csrgrid.sandbox.webhook.DeliveryPolicy;
import org.junit.jupiter.api.Test;

final class WebhookDeliveryTest {

    @Test
    void the_signature_covers_time_and_raw_body() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.client.pay("10.00", sandbox.receiver.url());
            await().until(() -> sandbox.receiver.webhooks().size() == 1);

            Receiver.Webhook webhook = sandbox.receiver.webhooks().getFirst();
            long seconds = Long.parseLong(
                    webhook.signature().substring(2, webhook.signature().indexOf(',')));
            assertThat(webhook.signature()).isEqualTo("t=%d,v1=%s".formatted(seconds, hmac(seconds, webhook.body())));
            assertThat(Instant.ofEpochSecond(seconds)).isBetween(Instant.now().minusSeconds(30), Instant.now());
            assertThat(webhook.contentType()).isEqualTo("application/json");
            assertThat(webhook.path()).isEqualTo("/webhooks/sandbox");
        }
    }

    @Test
    void a_refused_or_redirected_webhook_comes_again_with_the_same_id_and_body() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.receiver.answerNext(503, 302, 500);
            sandbox.client.pay("10.00", sandbox.receiver.url());

            await().until(() -> sandbox.receiver.webhooks().size() == 4);
            List<Receiver.Webhook> tries = sandbox.receiver.webhooks();
            assertThat(tries).extracting(Receiver.Webhook::path).containsOnly("/webhooks/sandbox");
            assertThat(tries)
                    .extracting(Receiver.Webhook::event)
                    .containsOnly(tries.getFirst().event());
            await().until(() -> undelivered(sandbox) == 0);
            assertThat(sandbox.receiver.webhooks()).hasSize(4);
        }
    }

    @Test
    void each_try_is_signed_afresh() throws Exception {
        Duration longerThanASecond = Duration.ofMillis(1100);
        SandboxGatewayOptions slow = Sandbox.options()
                .withDelivery(new DeliveryPolicy(
                        8, Duration.ofSeconds(2), longerThanASecond, longerThanASecond, Duration.ofSeconds(30)));
        try (Sandbox sandbox = Sandbox.start(slow)) {
            sandbox.receiver.answerNext(503);
            sandbox.client.pay("10.00", sandbox.receiver.url());

            await().until(() -> sandbox.receiver.webhooks().size() == 2);
            List<Receiver.Webhook> tries = sandbox.receiver.webhooks();
            assertThat(tries.get(0).signature()).isNotEqualTo(tries.get(1).signature());
        }
    }

    @Test
    void a_receiver_that_is_down_gets_its_webhook_when_it_is_back() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            int port = freePort();
            sandbox.client.pay("10.00", "http://127.0.0.1:" + port + "/hook");
            await().until(() -> undelivered(sandbox) == 1);

            try (Receiver late = Receiver.startOn(port)) {
                await().until(() -> late.types().equals(List.of("payment.succeeded")));
            }
        }
    }

    @Test
    void a_receiver_that_never_answers_holds_up_neither_the_api_nor_the_webhooks_of_others() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                ServerSocket silent = new ServerSocket(0)) {
            sandbox.client.pay("10.00", "http://127.0.0.1:" + silent.getLocalPort() + "/hook");
            await().until(() -> undelivered(sandbox) == 1);

            Instant start = Instant.now();
            sandbox.client.pay("11.00", sandbox.receiver.url());
            await().until(() -> sandbox.receiver.webhooks().size() == 1);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Sandbox.EAGER.timeout());
        }
    }

    @Test
    void a_webhook_nobody_wants_is_given_up_at_last() throws Exception {
        SandboxGatewayOptions impatient = Sandbox.options()
                .withDelivery(new DeliveryPolicy(
                        8,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200)));
        try (Sandbox sandbox = Sandbox.start(impatient)) {
            String id = sandbox.client
                    .pay("10.00", "http://127.0.0.1:" + freePort() + "/hook")
                    .get("id")
                    .asText();
            await().until(() -> undelivered(sandbox) == 1);

            await().until(() -> undelivered(sandbox) == 0);
            assertThat(sandbox.client.payment(id).get("status").asText()).isEqualTo("succeeded");
        }
    }

    private static int undelivered(Sandbox sandbox) throws Exception {
        return sandbox.client.get("/health").json().get("undeliveredEvents").asInt();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String hmac(long seconds, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Sandbox.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
