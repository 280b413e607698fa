package org.csrgrid.apinode.auth;

import io.helidon.http.HeaderNames;
import io.helidon.security.AuthenticationResponse;
import io.helidon.security.EndpointConfig;
import io.helidon.security.Security;
import io.helidon.security.SecurityContext;
import io.helidon.security.SecurityResponse.SecurityStatus;
import io.helidon.security.Subject;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.session.LiveSessions;
import org.csrgrid.domain.user.Permission;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.Viewer;

/**
 * Guards routes. Authentication and roles are helidon-security's; its own handler is not used because it answers without a body and prepares every
 * request, guarded or not. A subject is remembered for ten seconds, so a disabled user or a lost role is noticed within that time. A session that was
 * ended is noticed at once, within a second at the very most.
 */
public final class Access {

    static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 20_000;

    private final Security security;
    private final LiveSessions sessions;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Viewer viewer, Set<String> roles, String sessionId, Instant until) {

        boolean hasAny(Set<String> wanted) {
            for (String role : roles) {
                if (wanted.contains(role)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Known NOBODY = new Known(Viewer.ANONYMOUS, Set.of(), "", Instant.MAX);

    Access(TokenAuthentication authentication, LiveSessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
        security = Security.builder()
                .disableTracing()
                .authenticationProvider(authentication)
                .build();
    }

    /** For everybody; a token that is given must be valid. */
    public Handler open(ViewerHandler handler) {
        return (request, response) ->
                handler.handle(request, response, known(request).viewer());
    }

    /** For everybody signed in. */
    public Handler signedIn(ViewerHandler handler) {
        return (request, response) ->
                handler.handle(request, response, signedIn(request).viewer());
    }

    /** For everybody signed in, with the session. */
    public Handler inSession(SessionHandler handler) {
        return (request, response) -> {
            Known somebody = signedIn(request);
            handler.handle(request, response, somebody.viewer(), somebody.sessionId());
        };
    }

    /** For everybody with a role that has the permission. */
    public Handler permitted(Permission permission, ViewerHandler handler) {
        Set<String> roles = Arrays.stream(Role.values())
                .filter(role -> role.may(permission))
                .map(Role::jsonName)
                .collect(Collectors.toUnmodifiableSet());
        return (request, response) -> {
            Known somebody = signedIn(request);
            if (!somebody.hasAny(roles)) {
                throw Problem.of(ProblemType.FORBIDDEN).asException();
            }
            handler.handle(request, response, somebody.viewer());
        };
    }

    /**
     * Who asks now, for routes that go on for long after they began.
     *
     * @throws ProblemException (unauthenticated) if the token has run out or its user is no longer active
     */
    public Viewer stillSignedIn(ServerRequest request) {
        return signedIn(request).viewer();
    }

    /** Who asks, or {@link Viewer#ANONYMOUS} if there is no token or not a good one. */
    public Viewer viewerIfKnown(ServerRequest request) {
        try {
            return known(request).viewer();
        } catch (ProblemException unauthenticated) {
            return Viewer.ANONYMOUS;
        }
    }

    private Known signedIn(ServerRequest request) {
        Known somebody = known(request);
        if (somebody == NOBODY) {
            throw unauthenticated();
        }
        return somebody;
    }

    private Known known(ServerRequest request) {
        if (!request.headers().contains(HeaderNames.AUTHORIZATION)) {
            return NOBODY;
        }
        String authorization = request.headers().get(HeaderNames.AUTHORIZATION).get();
        Known remembered = known.get(authorization);
        Instant now = clock.instant();
        Known somebody = remembered != null && now.isBefore(remembered.until())
                ? remembered
                : authenticate(request, authorization);
        if (!sessions.isAlive(somebody.sessionId(), somebody.viewer().userId(), now)) {
            throw unauthenticated();
        }
        return somebody;
    }

    private Known authenticate(ServerRequest request, String authorization) {
        known.remove(authorization);
        SecurityContext context = security.contextBuilder("")
                .env(security.environmentBuilder()
                        .method(request.prologue().method().text())
                        .path(request.prologue().uriPath().rawPath())
                        .header("Authorization", authorization)
                        .build())
                .endpointConfig(EndpointConfig.create())
                .build();
        AuthenticationResponse answer = context.atnClientBuilder().submit();
        if (answer.status() != SecurityStatus.SUCCESS) {
            throw unauthenticated();
        }
        return remember(authorization, context.user().orElseThrow(Access::unauthenticated));
    }

    private Known remember(String authorization, Subject subject) {
        Viewer viewer = subject.publicCredential(Viewer.class).orElseThrow();
        AccessTokens.Claims claims =
                subject.publicCredential(AccessTokens.Claims.class).orElseThrow();
        Instant expiresAt = claims.expiresAt();
        Instant soon = clock.instant().plus(REMEMBERED);
        Known somebody = new Known(
                viewer, Security.getRoles(subject), claims.sessionId(), soon.isBefore(expiresAt) ? soon : expiresAt);
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(authorization, somebody);
        return somebody;
    }

    private static ProblemException unauthenticated() {
        return Problem.of(ProblemType.UNAUTHENTICATED).with(Headers.BEARER).asException();
    }
}
