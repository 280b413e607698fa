package org.csrgrid.sandbox;

import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.sandbox.http.GatewayRouting;
import org.csrgrid.sandbox.journal.Journal;
import org.csrgrid.sandbox.json.PaymentJson;
import org.csrgrid.sandbox.simulation.ChangeLog;
import org.csrgrid.sandbox.simulation.PaymentBook;
import org.csrgrid.sandbox.simulation.Simulation;
import org.csrgrid.sandbox.simulation.Timer;
import org.csrgrid.sandbox.webhook.Deliveries;
import org.csrgrid.sandbox.webhook.WebhookSender;

/**
 * A running payment gateway simulator. {@link org.csrgrid.sandbox.payment.Behaviour} lists the amounts that make it
 * misbehave. Safe for use by several threads.
 */
public final class SandboxGateway implements AutoCloseable {
    private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::", "[::]");

    private final SandboxGatewayOptions options;
    private final ChangeLog log;
    private final Timer timer;
    private final WebhookSender sender;
    private final Deliveries deliveries;
    private final Simulation simulation;
    private final WebServer server;

    private SandboxGateway(SandboxGatewayOptions options, Optional<Journal> journal) {
        this.options = options;
        this.log = journal.isPresent() ? journal.get() : ChangeLog.none();
        PaymentBook book = new PaymentBook(options.clock(), options.timing(), log);
        journal.ifPresent(earlier -> earlier.playBack(book.past()));
        PaymentJson json = new PaymentJson(this::publicUri);
        this.timer = new Timer();
        this.sender = new WebhookSender(
                options.clock(), options.webhookSecret(), options.delivery().timeout());
        this.deliveries = new Deliveries(options.clock(), timer, options.delivery(), sender, json, book::delivered);
        this.simulation = new Simulation(book, options.timing(), timer, deliveries::deliver);
        this.server = WebServer.builder()
                .address(address(options.bind()))
                .port(options.port())
                .shutdownHook(false)
                .routing(GatewayRouting.of(
                        options.apiKey(), options.timing().lateAnswer(), book, simulation, deliveries, json))
                .build();
    }

    /** Runs a gateway as its own process; see {@link GatewayProcess}. */
    public static void main(String[] arguments) {
        GatewayProcess.main(arguments);
    }

    /**
     * Starts a gateway inside this process. It listens, and deliveries of an earlier life go on, when this returns.
     *
     * @throws CannotListenException if the address is unknown or taken
     * @throws org.csrgrid.sandbox.journal.JournalException if the data folder cannot be used
     */
    public static SandboxGateway start(SandboxGatewayOptions options) {
        Optional<Journal> journal = options.data().map(Journal::open);
        SandboxGateway gateway;
        try {
            gateway = new SandboxGateway(options, journal);
        } catch (RuntimeException fault) {
            journal.ifPresent(Journal::close);
            throw fault;
        }
        try {
            gateway.listen();
            return gateway;
        } catch (RuntimeException fault) {
            gateway.close();
            throw fault;
        }
    }

    private void listen() {
        server.start();
        if (!server.isRunning()) {
            throw new CannotListenException(
                    "Cannot listen on %s port %d: is the port taken, or the address not this machine's?"
                            .formatted(options.bind(), options.port()));
        }
        simulation.resume();
    }

    /** Where this process reaches the gateway. */
    public URI uri() {
        String host = EVERY_INTERFACE.contains(options.bind()) ? "127.0.0.1" : options.bind();
        boolean bareIpv6 = host.contains(":") && !host.startsWith("[");
        return URI.create("http://%s:%d".formatted(bareIpv6 ? "[" + host + "]" : host, port()));
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    private URI publicUri() {
        return options.publicUrl().orElseGet(this::uri);
    }

    /** Stops listening and delivering. With a data folder the next start goes on where this one ended. */
    @Override
    public void close() {
        server.stop();
        timer.close();
        deliveries.close();
        sender.close();
        log.close();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new CannotListenException("Cannot listen on %s: no such host".formatted(host), unknown);
        }
    }
}
