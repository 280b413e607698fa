package org.csrgrid.apinode.auth;

import io.helidon.security.AuthenticationResponse;
import io.helidon.security.Principal;
import io.helidon.security.ProviderRequest;
import io.helidon.security.Role;
import io.helidon.security.Subject;
import io.helidon.security.spi.AuthenticationProvider;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.user.UserGrid;

/** Turns a bearer token into a subject with the roles its user has now, whatever roles the user had when the token was issued. */
final class TokenAuthentication implements AuthenticationProvider {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final UserGrid users;
    private final InstantSource clock;

    TokenAuthentication(AccessTokens tokens, UserGrid users, InstantSource clock) {
        this.tokens = tokens;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public AuthenticationResponse authenticate(ProviderRequest request) {
        return request.env().headers().getOrDefault("Authorization", List.of()).stream()
                .findFirst()
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        tokens.verify(header.substring(SCHEME.length()).strip(), clock.instant()))
                .flatMap(this::subject)
                .map(AuthenticationResponse::success)
                .orElseGet(() -> AuthenticationResponse.failed("no valid access token"));
    }

    private Optional<Subject> subject(AccessTokens.Claims claims) {
        return users.find(claims.userId())
                .filter(user -> user.status() == User.Status.ACTIVE)
                .map(user -> subject(user, claims));
    }

    private static Subject subject(User user, AccessTokens.Claims claims) {
        Subject.Builder subject = Subject.builder()
                .principal(Principal.create(Long.toString(user.id())))
                .addPublicCredential(Viewer.class, new Viewer(user.id(), user.roles(), user.organizationId()))
                .addPublicCredential(AccessTokens.Claims.class, claims);
        user.roles().forEach(role -> subject.addGrant(Role.create(role.jsonName())));
        return subject.build();
    }
}
