package org.csrgrid.apinode.auth;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.csrgrid.domain.user.Viewer;

/** A route's handler that knows who asks. */
@FunctionalInterface
public interface ViewerHandler {

    void handle(ServerRequest request, ServerResponse response, Viewer viewer);
}
