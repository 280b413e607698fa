package org.csrgrid.sandbox.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.csrgrid.sandbox.payment.Dispute;
import org.csrgrid.sandbox.payment.DisputeStatus;
import org.csrgrid.sandbox.payment.EventType;
import org.csrgrid.sandbox.payment.Money;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.payment.PaymentRequest;
import org.csrgrid.sandbox.payment.PaymentStatus;
import org.csrgrid.sandbox.payment.Refund;
import org.csrgrid.sandbox.payment.RefundStatus;
import org.csrgrid.sandbox.payment.SharedUrls;
import org.csrgrid.sandbox.simulation.Change;
import org.csrgrid.sandbox.simulation.Event;
import org.csrgrid.sandbox.simulation.IdempotentRequest;
import org.jspecify.annotations.Nullable;

/** A line of the journal as a change; throws {@link IllegalArgumentException} where it does not fit. */
final class ChangeReader {
    private ChangeReader() {}

    static Change change(JsonNode line) {
        Payment payment = payment(line.required("changed"));
        Optional<JsonNode> request = line.optional("request");
        return new Change(
                payment,
                line.optional("event").map(event -> event(event, payment)),
                request.map(ChangeReader::request),
                request.map(found -> textOrNull(found, "subject")).orElse(null));
    }

    private static Payment payment(JsonNode node) {
        Currency currency = Money.currency(text(node, "currency"));
        String returnUrl = textOrNull(node, "returnUrl");
        PaymentRequest request = new PaymentRequest(
                text(node, "reference"),
                money(node, currency),
                text(node, "method"),
                url(text(node, "webhookUrl")),
                returnUrl == null ? null : url(returnUrl));
        return new Payment(
                text(node, "id"),
                request,
                PaymentStatus.valueOf(text(node, "status")),
                textOrNull(node, "failureReason"),
                Instant.parse(text(node, "createdAt")),
                refunds(node.required("refunds"), currency),
                node.optional("dispute").map(found -> dispute(found, currency)).orElse(null),
                node.required("revision").asInt());
    }

    private static URI url(String text) {
        try {
            return SharedUrls.parse(text);
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("expected a URL", broken);
        }
    }

    private static List<Refund> refunds(JsonNode nodes, Currency currency) {
        List<Refund> refunds = new ArrayList<>();
        for (JsonNode node : nodes) {
            refunds.add(new Refund(
                    text(node, "id"),
                    money(node, currency),
                    RefundStatus.valueOf(text(node, "status")),
                    textOrNull(node, "reference"),
                    textOrNull(node, "failureReason"),
                    Instant.parse(text(node, "createdAt"))));
        }
        return refunds;
    }

    private static Dispute dispute(JsonNode node, Currency currency) {
        return new Dispute(text(node, "id"), DisputeStatus.valueOf(text(node, "status")), money(node, currency));
    }

    private static Event event(JsonNode node, Payment payment) {
        return new Event(
                text(node, "id"),
                EventType.valueOf(text(node, "type")),
                Instant.parse(text(node, "createdAt")),
                Instant.parse(text(node, "dueAt")),
                payment);
    }

    private static IdempotentRequest request(JsonNode node) {
        return new IdempotentRequest(text(node, "operation"), text(node, "key"), text(node, "fingerprint"));
    }

    private static Money money(JsonNode node, Currency currency) {
        return new Money(node.required("minorUnits").asLong(), currency);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? null : value.asText();
    }
}
