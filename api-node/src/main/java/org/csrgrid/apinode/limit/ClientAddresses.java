package org.csrgrid.apinode.limit;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csrgrid.config.settings.Network;

/**
 * Where requests come from: the other end of the connection, unless that is a proxy that is believed; then the last address in X-Forwarded-For that is
 * no such proxy. What others put into the header changes nothing. Safe for use by many threads.
 */
public final class ClientAddresses {

    private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
    private static final int SITE_BYTES = 8;

    private final List<Network> proxies;

    public ClientAddresses(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /** The address as text. */
    public String of(ServerRequest request) {
        return find(request).getHostAddress();
    }

    /** The address whose requests are counted together: an IPv6 client has its whole /64. */
    public String countedAs(ServerRequest request) {
        InetAddress address = find(request);
        byte[] bytes = address.getAddress();
        if (bytes.length <= SITE_BYTES) {
            return address.getHostAddress();
        }
        return java.util.HexFormat.of().formatHex(Arrays.copyOf(bytes, SITE_BYTES));
    }

    private InetAddress find(ServerRequest request) {
        InetAddress client = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        if (proxies.isEmpty() || !isProxy(client) || !request.headers().contains(FORWARDED_FOR)) {
            return client;
        }
        List<String> hops = request.headers().get(FORWARDED_FOR).allValues().stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = parse(hop.strip());
            if (address.isEmpty()) {
                return client;
            }
            client = address.get();
            if (!isProxy(client)) {
                return client;
            }
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        for (Network proxy : proxies) {
            if (proxy.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<InetAddress> parse(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
