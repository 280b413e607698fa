package org.csrgrid.apinode.guard;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.util.List;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.config.settings.ApiGuardSettings;
import org.csrgrid.config.settings.Network;
import org.csrgrid.config.settings.SecurityMode;

/**
 * Hides health, metrics and documentation from outsiders: to them nothing exists but the API and what its problems mean. This machine always sees
 * everything, and in demo mode everybody does unless networks are listed.
 */
final class InnerPaths implements Filter {

    private final List<Network> insiders;
    private final boolean everybody;
    private final ClientAddresses addresses;

    InnerPaths(ApiGuardSettings settings, SecurityMode mode, ClientAddresses addresses) {
        insiders = settings.inner();
        everybody = mode == SecurityMode.DEMO && insiders.isEmpty();
        this.addresses = addresses;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (everybody || isPublic(request) || isInsider(InetAddress.ofLiteral(addresses.of(request)))) {
            chain.proceed();
        } else {
            Problem.of(ProblemType.NOT_FOUND).send(request, response);
        }
    }

    /** By the path as it is routed; one that climbs is not trusted to lead where it says. */
    private static boolean isPublic(RoutingRequest request) {
        String path = request.prologue().uriPath().path();
        return (path.startsWith("/api/") || path.startsWith("/problems/"))
                && !path.contains("..")
                && !path.contains("//");
    }

    private boolean isInsider(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return true;
        }
        for (Network network : insiders) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
