package org.csrgrid.apinode.auth;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.apinode.session.RefreshToken;
import org.csrgrid.apinode.session.SessionIds;
import org.csrgrid.config.settings.SessionSettings;
import org.csrgrid.domain.session.Session;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.session.RefreshOutcome;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.user.UserGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins sessions and issues their tokens. Safe for use by many threads. */
final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final UserGrid users;
    private final SessionGrid sessions;
    private final AccessTokens tokens;
    private final SessionSettings settings;
    private final ClientAddresses addresses;
    private final InstantSource clock;

    SignIn(
            AuthService.People people,
            AccessTokens tokens,
            SessionSettings settings,
            ClientAddresses addresses,
            InstantSource clock) {
        users = people.users();
        sessions = people.sessions();
        this.tokens = tokens;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Tokens of a new session, which is durable. */
    IssuedTokens begin(long userId, ServerRequest request) {
        Instant now = Times.now(clock);
        String device = request.headers().contains(HeaderNames.USER_AGENT)
                ? request.headers().get(HeaderNames.USER_AGENT).get()
                : "";
        String id = SessionIds.next();
        RefreshToken refresh = RefreshToken.next(id);
        Session session = Session.begin(
                        id, userId, now, settings.idle(), settings.absolute(), device, addresses.of(request))
                .refreshed(refresh.hash(), now);
        sessions.begin(session, settings.perUser());
        return issue(session, refresh, now);
    }

    /** The next tokens of a session; empty if the refresh token is not the good one, which ends its session, or nobody's. */
    Optional<IssuedTokens> renew(RefreshToken presented) {
        Instant now = Times.now(clock);
        RefreshToken next = RefreshToken.next(presented.sessionId());
        return switch (sessions.rotate(presented.sessionId(), presented.hash(), next.hash(), now)) {
            case RefreshOutcome.Rotated rotated -> renewed(rotated.session(), next, now);
            case RefreshOutcome.Reused reused -> {
                LOG.warn("A refresh token of user {} was used again; the session is ended", reused.userId());
                yield Optional.empty();
            }
            case RefreshOutcome.Unknown _ -> Optional.empty();
        };
    }

    private Optional<IssuedTokens> renewed(Session session, RefreshToken next, Instant now) {
        if (users.find(session.userId())
                .filter(user -> user.status() == User.Status.ACTIVE)
                .isPresent()) {
            return Optional.of(issue(session, next, now));
        }
        sessions.end(session.userId(), session.id());
        return Optional.empty();
    }

    private IssuedTokens issue(Session session, RefreshToken refresh, Instant now) {
        return new IssuedTokens(
                tokens.issue(session.userId(), session.id(), now), tokens.life(), refresh, session.expiresAt(), null);
    }
}
