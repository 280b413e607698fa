package org.csrgrid.sandbox;

import java.io.IOException;
import java.time.Duration;
import org.csrgrid.sandbox.simulation.Timing;
import org.csrgrid.sandbox.webhook.DeliveryPolicy;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** A gateway with short times, a receiver of its webhooks and a client, all over real HTTP. */
final class Sandbox implements AutoCloseable {
    static final String API_KEY = "test-key";
    static final String SECRET = "test-secret";
    static final Timing QUICK =
            new Timing(Duration.ofMillis(5), Duration.ofMillis(300), Duration.ofMillis(400), Duration.ofMillis(150));
    static final DeliveryPolicy EAGER = new DeliveryPolicy(
            8, Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(30));

    static {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    final Receiver receiver;
    final SandboxGateway gateway;
    final Client client;

    private Sandbox(SandboxGatewayOptions options) throws IOException {
        receiver = Receiver.start();
        gateway = SandboxGateway.start(options);
        client = new Client(gateway.uri(), API_KEY);
    }

    static SandboxGatewayOptions options() {
        return SandboxGatewayOptions.of(API_KEY, SECRET).withTiming(QUICK).withDelivery(EAGER);
    }

    static Sandbox start() throws IOException {
        return new Sandbox(options());
    }

    static Sandbox start(SandboxGatewayOptions options) throws IOException {
        return new Sandbox(options);
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
        receiver.close();
    }
}
