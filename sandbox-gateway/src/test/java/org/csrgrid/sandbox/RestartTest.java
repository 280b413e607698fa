package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.csrgrid.sandbox.journal.JournalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {
    @TempDir
    Path data;

    @Test
    void payments_refunds_and_disputes_are_there_after_a_restart() throws Exception {
        JsonNode before;
        try (Sandbox sandbox = start()) {
            String id = RefundTest.captured(sandbox, "10.00");
            sandbox.client.post("/payments/" + id + "/refunds", "{\"amount\":\"4.00\"}");
            await().until(() -> sandbox.receiver.types().contains("refund.succeeded"));
            sandbox.client.post("/payments/" + id + "/disputes", "");
            before = sandbox.client.payment(id);
        }

        try (Sandbox sandbox = start()) {
            JsonNode after = sandbox.client.payment(before.get("id").asText());
            assertThat(withoutLink(after)).isEqualTo(withoutLink(before));
            assertThat(sandbox.client
                            .get("/simulator/events?payment=" + before.get("id").asText())
                            .json()
                            .get("events"))
                    .hasSize(3);
        }
    }

    @Test
    void a_webhook_that_was_not_delivered_comes_after_the_restart_with_the_same_id() throws Exception {
        int port = freePort();
        String eventId;
        try (Sandbox sandbox = start()) {
            String id = sandbox.client
                    .pay("10.00", "http://127.0.0.1:" + port + "/hook")
                    .get("id")
                    .asText();
            await().until(() -> events(sandbox, id).size() == 1);
            eventId = events(sandbox, id).get(0).get("id").asText();
        }

        try (Receiver receiver = Receiver.startOn(port);
                Sandbox sandbox = start()) {
            await().until(() -> receiver.webhooks().size() == 1);
            assertThat(receiver.webhooks().getFirst().id()).isEqualTo(eventId);
            await().until(() -> undelivered(sandbox) == 0);
        }
    }

    @Test
    void a_delivered_webhook_does_not_come_again_after_the_restart() throws Exception {
        try (Sandbox sandbox = start()) {
            sandbox.client.pay("10.00", sandbox.receiver.url());
            await().until(() -> sandbox.receiver.webhooks().size() == 1);
            await().until(() -> undelivered(sandbox) == 0);
        }

        try (Sandbox sandbox = start()) {
            assertThat(undelivered(sandbox)).isZero();
        }
    }

    @Test
    void a_payment_that_was_processing_is_settled_after_the_restart() throws Exception {
        String id;
        try (Sandbox sandbox = start()) {
            id = sandbox.client.pay("10.03", sandbox.receiver.url()).get("id").asText();
        }
        rewriteLastLine("REQUIRES_ACTION", "PROCESSING");

        try (Sandbox sandbox = start()) {
            await().until(() ->
                    sandbox.client.payment(id).get("status").asText().equals("succeeded"));
        }
    }

    @Test
    void a_repeated_creation_gets_the_first_answer_after_a_restart_too() throws Exception {
        String body = Client.paymentBody("10.08", "http://127.0.0.1:1/");
        JsonNode first;
        try (Sandbox sandbox = start()) {
            first = sandbox.client
                    .post("/payments", body, "Idempotency-Key", "k")
                    .json();
        }

        try (Sandbox sandbox = start()) {
            JsonNode second = sandbox.client
                    .post("/payments", body, "Idempotency-Key", "k")
                    .json();
            assertThat(withoutLink(second)).isEqualTo(withoutLink(first));
        }
    }

    @Test
    void a_last_line_that_was_cut_short_is_dropped_and_the_journal_goes_on() throws Exception {
        try (Sandbox sandbox = start()) {
            sandbox.client.pay("10.08", sandbox.receiver.url());
        }
        Files.writeString(journal(), "{\"changed\":{\"id\":\"pay_", StandardOpenOption.APPEND);
        try (Sandbox sandbox = start()) {
            sandbox.client.pay("11.08", sandbox.receiver.url());
        }

        try (Sandbox sandbox = start()) {
            assertThat(sandbox.client.get("/payments").json().get("payments").findValuesAsText("amount"))
                    .containsExactly("10.08", "11.08");
        }
    }

    @Test
    void a_foreign_file_and_a_damaged_line_stop_the_start_with_one_clear_line() throws Exception {
        Files.writeString(journal(), "hello\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("line 1, is not what this gateway writes")
                .message()
                .hasLineCount(1);

        Files.writeString(journal(), "{\"journal\":\"sandbox-gateway\",\"version\":1}\n{\"changed\":{}}\n");
        assertThatThrownBy(this::start).hasMessageContaining("line 2");
    }

    @Test
    void a_data_folder_serves_one_gateway_at_a_time() throws Exception {
        try (Sandbox sandbox = start()) {
            assertThatThrownBy(() -> SandboxGateway.start(Sandbox.options().withData(data)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use");
            assertThat(sandbox.client.get("/health").status()).isEqualTo(200);
        }
    }

    private Sandbox start() throws Exception {
        return Sandbox.start(Sandbox.options().withData(data));
    }

    private Path journal() {
        return data.resolve("journal.jsonl");
    }

    private void rewriteLastLine(String found, String replacement) throws Exception {
        List<String> lines = Files.readAllLines(journal());
        String changed = lines.get(1).replace("\"" + found + "\"", "\"" + replacement + "\"");
        assertThat(changed).isNotEqualTo(lines.get(1));
        Files.write(journal(), List.of(lines.getFirst(), changed));
    }

    private static JsonNode withoutLink(JsonNode payment) {
        return ((ObjectNode) payment.deepCopy()).without("checkoutUrl");
    }

    private static JsonNode events(Sandbox sandbox, String id) throws Exception {
        return sandbox.client.get("/simulator/events?payment=" + id).json().get("events");
    }

    private static int undelivered(Sandbox sandbox) throws Exception {
        return sandbox.client.get("/health").json().get("undeliveredEvents").asInt();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
