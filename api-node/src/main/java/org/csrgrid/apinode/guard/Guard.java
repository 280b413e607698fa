package org.csrgrid.apinode.guard;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Header;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.List;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.config.settings.ApiGuardSettings;
import org.csrgrid.config.settings.Settings;

/** Puts the guards in their order: what limits connections and requests, and what every request passes before it is counted, authenticated or routed. */
public final class Guard {

    private static final Duration SHORTEST_ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS = 6;

    private final Settings settings;
    private final ApiGuardSettings limits;
    private final SafeHeaders headers;
    private final SlowClients slowClients;
    private final ClientAddresses addresses;

    public Guard(Settings settings, ClientAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
        limits = settings.api().guard();
        headers = new SafeHeaders(settings.api().tls().isOn());
        slowClients = new SlowClients(limits);
    }

    /** What every answer has, also to what never becomes a request. */
    public List<Header> headers() {
        return headers.headers();
    }

    /**
     * Limits what the server takes, and encrypts if there is a certificate.
     *
     * @throws IllegalArgumentException if the certificate or its key cannot be used
     * @throws java.io.UncheckedIOException if their files cannot be read
     */
    public void configure(WebServerConfig.Builder server) {
        Duration round = limits.idleTimeout().dividedBy(ROUNDS);
        server.idleConnectionTimeout(limits.idleTimeout())
                .idleConnectionPeriod(round.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND : round)
                .maxTcpConnections(limits.maxConnections())
                .connectionOptions(SocketOptions.builder()
                        .readTimeout(limits.readTimeout())
                        .build())
                .addProtocol(Http1Config.builder()
                        .sendLog(false)
                        .receiveLog(false)
                        .maxPrologueLength((int) limits.maxUrl().bytes())
                        .maxHeadersSize((int) limits.maxHeaders().bytes())
                        .addReceiveListener(new Arrivals(new Framing(), slowClients))
                        .build());
        if (settings.api().tls().isOn()) {
            server.tls(ServerCertificate.read(settings.api().tls()).tls());
        }
    }

    /** Adds what every request passes. */
    public void register(HttpRouting.Builder routing) {
        routing.addFilter(new Closing())
                .addFilter(headers)
                .addFilter(slowClients)
                .addFilter(new CardFilter())
                .addFilter(new InnerPaths(limits, settings.security().mode(), addresses))
                .addFilter(new Origins(limits.allowedOrigins()));
    }
}
