package org.csrgrid.apinode.auth;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.apinode.session.SessionIds;
import org.csrgrid.config.settings.SessionSettings;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.session.SessionGrid;

/** Begins sessions and issues their tokens. Safe for use by many threads. */
final class SignIn {

    private final SessionGrid sessions;
    private final AccessTokens tokens;
    private final SessionSettings settings;
    private final ClientAddresses addresses;
    private final InstantSource clock;

    SignIn(
            SessionGrid sessions,
            AccessTokens tokens,
            SessionSettings settings,
            ClientAddresses addresses,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A token of a new session, which is durable. */
    String begin(long userId, ServerRequest request) {
        Instant now = Times.now(clock);
        String device = request.headers().contains(HeaderNames.USER_AGENT)
                ? request.headers().get(HeaderNames.USER_AGENT).get()
                : "";
        var session = Session.begin(
                SessionIds.next(), userId, now, settings.idle(), settings.absolute(), device, addresses.of(request));
        sessions.begin(session, settings.perUser());
        return tokens.issue(userId, session.id(), now);
    }

    /** Another token of the same session. */
    String renew(long userId, String sessionId) {
        return tokens.issue(userId, sessionId, clock.instant());
    }
}
