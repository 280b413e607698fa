package org.csrgrid.gridnode.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayDispute;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;
import org.jspecify.annotations.Nullable;

/** Translates the sandbox gateway's payment JSON. */
final class SandboxJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private SandboxJson() {}

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the gateway sent no JSON", broken);
        }
    }

    static PaymentSnapshot payment(String gateway, JsonNode payment) {
        Currency currency = Currency.getInstance(payment.path("currency").asText());
        var refunds = new ArrayList<GatewayRefund>();
        for (JsonNode refund : payment.path("refunds")) {
            refunds.add(new GatewayRefund(
                    refund.path("id").asText(),
                    Money.parse(refund.path("amount").asText(), currency),
                    GatewayRefund.Status.valueOf(upper(refund, "status")),
                    text(refund, "reference"),
                    text(refund, "failureReason")));
        }
        return new PaymentSnapshot(
                gateway,
                payment.path("id").asText(),
                payment.path("reference").asText(),
                PaymentSnapshot.Status.valueOf(upper(payment, "status")),
                Money.parse(payment.path("amount").asText(), currency),
                text(payment, "failureReason"),
                text(payment, "checkoutUrl"),
                List.copyOf(refunds),
                dispute(payment.path("dispute"), currency));
    }

    private static @Nullable GatewayDispute dispute(JsonNode dispute, Currency currency) {
        return dispute.isObject()
                ? new GatewayDispute(
                        dispute.path("id").asText(),
                        Money.parse(dispute.path("amount").asText(), currency),
                        GatewayDispute.Status.valueOf(upper(dispute, "status")))
                : null;
    }

    private static String upper(JsonNode node, String field) {
        return node.path(field).asText().toUpperCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
