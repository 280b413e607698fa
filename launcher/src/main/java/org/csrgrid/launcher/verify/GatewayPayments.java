package org.csrgrid.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.csrgrid.domain.money.Money;

/** Lists a gateway's payments over HTTP, oldest first. */
final class GatewayPayments {

    private static final int PAGE = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final VerificationOptions.Gateway gateway;

    GatewayPayments(VerificationOptions.Gateway gateway) {
        this.gateway = gateway;
    }

    /** @throws CannotVerifyException if the gateway does not answer, or not with payments */
    void forEachPage(Consumer<List<GatewayPayment>> consumer) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build()) {
            String after = "";
            boolean more = true;
            while (more) {
                JsonNode answer = page(http, after);
                List<GatewayPayment> payments = payments(answer);
                consumer.accept(payments);
                more = answer.path("hasMore").asBoolean() && !payments.isEmpty();
                after = payments.isEmpty() ? after : payments.getLast().id();
            }
        }
    }

    private JsonNode page(HttpClient http, String after) {
        String query = "/payments?limit=" + PAGE
                + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        URI uri = gateway.uri().resolve(query);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + gateway.apiKey().reveal())
                .header("Accept", "application/json")
                .GET()
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new CannotVerifyException("the gateway at %s answered %d".formatted(uri, response.statusCode()));
            }
            return MAPPER.readTree(response.body());
        } catch (IOException unreachable) {
            throw new CannotVerifyException("the gateway at %s does not answer".formatted(gateway.uri()), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotVerifyException("interrupted while waiting for the gateway", interrupted);
        }
    }

    private static List<GatewayPayment> payments(JsonNode answer) {
        var payments = new ArrayList<GatewayPayment>();
        for (JsonNode payment : answer.path("payments")) {
            Currency currency = Currency.getInstance(payment.path("currency").asText());
            payments.add(new GatewayPayment(
                    payment.path("id").asText(),
                    payment.path("reference").asText(),
                    payment.path("status").asText(),
                    Money.parse(payment.path("amount").asText(), currency)));
        }
        return payments;
    }
}
