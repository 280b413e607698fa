package org.csrgrid.apinode.auth;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.domain.user.Viewer;

/** A route's handler that knows who asks and in which session. */
@FunctionalInterface
public interface SessionHandler {

    void handle(ServerRequest request, ServerResponse response, Viewer viewer, String sessionId);
}
