package org.csrgrid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaymentListTest {

    @Test
    void pages_lead_through_all_payments_from_the_oldest_on() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            List<String> created = new ArrayList<>();
            for (int count = 0; count < 5; count++) {
                created.add(sandbox.client
                        .pay("10.00", sandbox.receiver.url())
                        .get("id")
                        .asText());
            }

            List<String> read = new ArrayList<>();
            JsonNode page = sandbox.client.get("/payments?limit=2").json();
            read.addAll(page.get("payments").findValuesAsText("id"));
            while (page.get("hasMore").asBoolean()) {
                page = sandbox.client
                        .get("/payments?limit=2&after=" + read.getLast())
                        .json();
                read.addAll(page.get("payments").findValuesAsText("id"));
            }
            assertThat(read).isEqualTo(created).isSorted();
        }
    }

    @Test
    void a_reference_finds_its_payments_and_no_others() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = sandbox.client
                    .pay("10.00", sandbox.receiver.url())
                    .get("id")
                    .asText();

            JsonNode found =
                    sandbox.client.get("/payments?reference=donation-1").json().get("payments");
            assertThat(found.findValuesAsText("id")).containsExactly(id);
            assertThat(sandbox.client
                            .get("/payments?reference=donation-2")
                            .json()
                            .get("payments"))
                    .isEmpty();
        }
    }

    @Test
    void a_waiting_payment_can_be_cancelled_and_stays_cancelled() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = sandbox.client
                    .pay("10.03", sandbox.receiver.url())
                    .get("id")
                    .asText();

            Client.Answer answer = sandbox.client.post("/payments/" + id + "/cancel", "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("status").asText()).isEqualTo("cancelled");
            assertThat(sandbox.client.post("/payments/" + id + "/cancel", "").json())
                    .isEqualTo(answer.json());
        }
    }

    @Test
    void a_payment_that_succeeded_cannot_be_cancelled() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String id = RefundTest.captured(sandbox, "10.00");

            assertThat(sandbox.client.post("/payments/" + id + "/cancel", "").status())
                    .isEqualTo(409);
        }
    }
}
