package org.csrgrid.apinode.guard;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/** One listener for what both look at, because the server tells nothing to two. */
record Arrivals(Framing framing, SlowClients slowClients) implements Http1ConnectionListener {

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        slowClients.begun(context);
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        slowClients.arrived(context, headers);
        framing.check(headers);
    }
}
