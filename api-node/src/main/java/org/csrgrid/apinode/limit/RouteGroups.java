package org.csrgrid.apinode.limit;

import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;
import org.csrgrid.config.settings.RouteGroup;

/** Which group of routes a request asks for. Looks at the path as the router does: decoded. */
final class RouteGroups {

    private static final String API = "/api/";
    private static final List<String> GUESSABLE =
            List.of("/api/v1/auth/login", "/api/v1/auth/register", "/api/v1/auth/password/");
    private static final String WEBHOOKS = "/api/v1/payments/webhooks";

    private RouteGroups() {}

    /** Empty for what is not limited: health, metrics, documentation. */
    static Optional<RouteGroup> of(HttpPrologue prologue) {
        String path = prologue.uriPath().path();
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        if (GUESSABLE.stream().anyMatch(path::startsWith)) {
            return Optional.of(RouteGroup.LOGIN);
        }
        if (path.startsWith(WEBHOOKS)) {
            return Optional.of(RouteGroup.WEBHOOKS);
        }
        boolean reads =
                prologue.method().equals(Method.GET) || prologue.method().equals(Method.HEAD);
        return Optional.of(reads ? RouteGroup.READS : RouteGroup.WRITES);
    }
}
