package org.csrgrid.gridnode.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.csrgrid.config.settings.PaymentSettings;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.donation.DonationKey;
import org.jspecify.annotations.Nullable;

/** The sandbox gateway over HTTP, as any gateway would be. */
public final class SandboxGatewayClient implements GatewayClient, AutoCloseable {

    public static final String NAME = "sandbox";

    private final HttpClient http;
    private final URI base;
    private final String authorization;
    private final String webhookUrl;
    private final Duration timeout;

    /** @param webhookUrl where the gateway reports to: an API node's webhook route */
    public SandboxGatewayClient(PaymentSettings settings, URI sandbox, URI webhookUrl) {
        timeout = settings.gatewayTimeout();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        base = sandbox;
        authorization = "Bearer " + settings.sandboxApiKey().reveal();
        this.webhookUrl = webhookUrl.toString();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PaymentSnapshot create(Donation donation) {
        String reference = DonationKey.of(donation).toString();
        ObjectNode body = SandboxJson.MAPPER.createObjectNode();
        body.put("reference", reference);
        body.put("amount", donation.amount().toDecimal());
        body.put("currency", donation.amount().currencyCode());
        body.put("method", donation.pledge().method().jsonName());
        body.put("webhookUrl", webhookUrl);
        return payment(post("/payments", body, reference));
    }

    @Override
    public PaymentSnapshot fetch(Donation donation) {
        return payment(send(request("/payments/" + paymentId(donation)).GET().build()));
    }

    @Override
    public PaymentSnapshot cancel(Donation donation) {
        String paymentId = paymentId(donation);
        try {
            return payment(post("/payments/" + paymentId + "/cancel", null, "cancel-" + paymentId));
        } catch (GatewayRefusedException tooLate) {
            return fetch(donation);
        }
    }

    @Override
    public PaymentSnapshot refund(Donation donation, Money amount, String reference) {
        ObjectNode body = SandboxJson.MAPPER.createObjectNode();
        body.put("amount", amount.toDecimal());
        post("/payments/" + paymentId(donation) + "/refunds", body, reference);
        return fetch(donation);
    }

    @Override
    public PaymentSnapshot parseEvent(String body) {
        return payment(SandboxJson.parse(body).path("data").path("payment"));
    }

    private static String paymentId(Donation donation) {
        PaymentReference payment = donation.payment();
        if (payment == null) {
            throw new IllegalArgumentException("donation %d has no payment".formatted(donation.id()));
        }
        return payment.paymentId();
    }

    private static PaymentSnapshot payment(JsonNode json) {
        return SandboxJson.payment(NAME, json);
    }

    private JsonNode post(String path, @Nullable ObjectNode body, String idempotencyKey) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        return send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(publisher)
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500 || response.statusCode() == 429) {
                throw new GatewayUnavailableException("the gateway answered " + response.statusCode());
            }
            if (response.statusCode() >= 400) {
                throw new GatewayRefusedException(
                        response.statusCode(),
                        "the gateway answered " + response.statusCode() + " "
                                + SandboxJson.parse(response.body())
                                        .path("detail")
                                        .asText());
            }
            return SandboxJson.parse(response.body());
        } catch (IOException unreachable) {
            throw new GatewayUnavailableException("the gateway does not answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GatewayUnavailableException("interrupted while waiting for the gateway", interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
