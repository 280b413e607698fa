package org.csrgrid.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.csrgrid.sandbox.simulation.Timing;
import org.csrgrid.sandbox.webhook.DeliveryPolicy;

/**
 * How to run a gateway.
 *
 * @param bind address or host name to listen on
 * @param port 0 lets the operating system choose
 * @param apiKey what clients send as bearer token
 * @param webhookSecret what webhooks are signed with
 * @param data folder of the journal; empty keeps everything in memory only
 * @param publicUrl what checkout links start with; empty takes the address the gateway listens on
 * @param timing how long the gateway takes over things
 * @param delivery how hard it tries to deliver webhooks
 * @param clock where timestamps come from
 */
public record SandboxGatewayOptions(
        String bind,
        int port,
        String apiKey,
        String webhookSecret,
        Optional<Path> data,
        Optional<URI> publicUrl,
        Timing timing,
        DeliveryPolicy delivery,
        Clock clock) {

    public SandboxGatewayOptions {
        requireText("bind", bind);
        requireText("apiKey", apiKey);
        requireText("webhookSecret", webhookSecret);
        Objects.requireNonNull(data, "data is null");
        Objects.requireNonNull(publicUrl, "publicUrl is null");
        Objects.requireNonNull(timing, "timing is null");
        Objects.requireNonNull(delivery, "delivery is null");
        Objects.requireNonNull(clock, "clock is null");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: %d (expected: 0 to 65535)".formatted(port));
        }
    }

    /** A gateway on the loopback interface, a free port, in memory, with default times and the system's clock. */
    public static SandboxGatewayOptions of(String apiKey, String webhookSecret) {
        return new SandboxGatewayOptions(
                "127.0.0.1",
                0,
                apiKey,
                webhookSecret,
                Optional.empty(),
                Optional.empty(),
                Timing.DEFAULT,
                DeliveryPolicy.DEFAULT,
                Clock.systemUTC());
    }

    /** The same, listening elsewhere. */
    public SandboxGatewayOptions listeningOn(String newBind, int newPort) {
        return new SandboxGatewayOptions(
                newBind, newPort, apiKey, webhookSecret, data, publicUrl, timing, delivery, clock);
    }

    /** The same with a journal in this folder. */
    public SandboxGatewayOptions withData(Path folder) {
        return new SandboxGatewayOptions(
                bind, port, apiKey, webhookSecret, Optional.of(folder), publicUrl, timing, delivery, clock);
    }

    /** The same with checkout links that start with this URL. */
    public SandboxGatewayOptions withPublicUrl(URI url) {
        return new SandboxGatewayOptions(
                bind, port, apiKey, webhookSecret, data, Optional.of(url), timing, delivery, clock);
    }

    /** The same with other times. */
    public SandboxGatewayOptions withTiming(Timing newTiming) {
        return new SandboxGatewayOptions(
                bind, port, apiKey, webhookSecret, data, publicUrl, newTiming, delivery, clock);
    }

    /** The same with another way of delivering webhooks. */
    public SandboxGatewayOptions withDelivery(DeliveryPolicy policy) {
        return new SandboxGatewayOptions(bind, port, apiKey, webhookSecret, data, publicUrl, timing, policy, clock);
    }

    /** The same with timestamps from this clock. */
    public SandboxGatewayOptions withClock(Clock newClock) {
        return new SandboxGatewayOptions(
                bind, port, apiKey, webhookSecret, data, publicUrl, timing, delivery, newClock);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "SandboxGatewayOptions[bind=%s, port=%d, data=%s, publicUrl=%s, timing=%s, delivery=%s]"
                .formatted(bind, port, data, publicUrl, timing, delivery);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s is blank".formatted(name));
        }
    }
}
