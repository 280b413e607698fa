package org.csrgrid.apinode.auth;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.user.UserGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in.
 *
 * <pre>
 * curl -d '{"email":"…","password":"…"}' -H 'Content-Type: application/json' localhost:8080/api/v1/auth/login
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/auth/me
 * </pre>
 */
public final class AuthService implements HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(AuthService.class);

    private final Access access;
    private final UserGrid users;
    private final AccessTokens tokens;
    private final PasswordHashing passwords;
    private final RequestBody bodies;
    private final InstantSource clock;
    private final String hashOfNobody;

    AuthService(
            Access access,
            UserGrid users,
            AccessTokens tokens,
            PasswordHashing passwords,
            RequestBody bodies,
            InstantSource clock) {
        this.access = access;
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.bodies = bodies;
        this.clock = clock;
        hashOfNobody = passwords.hash("nobody");
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/login").post(this::login).others();
        Route.at(rules, "/me").get(access.signedIn(this::me)).others();
    }

    private void login(ServerRequest request, ServerResponse response) {
        LoginRequest login = bodies.read(request, LoginRequest.class);
        Optional<User> user = users.findByEmail(login.email());
        // An unknown address costs the same hash, so that time does not tell it from a wrong password.
        boolean right =
                passwords.verify(login.password(), user.map(User::passwordHash).orElse(hashOfNobody));
        if (right && user.filter(found -> found.status() == User.Status.ACTIVE).isPresent()) {
            answer(response, user.get());
        } else {
            LOG.info("Log-in refused for user {}", user.map(User::id).orElse(0L));
            Problem.of(ProblemType.INVALID_CREDENTIALS).send(request, response);
        }
    }

    private void answer(ServerResponse response, User user) {
        String token = tokens.issue(user.id(), clock.instant());
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("accessToken", token);
            json.writeStringField("tokenType", "Bearer");
            json.writeNumberField("expiresIn", tokens.life().toSeconds());
            json.writeEndObject();
        });
    }

    private void me(ServerRequest request, ServerResponse response, Viewer viewer) {
        User user = users.find(viewer.userId())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        Json.send(response, json -> UserJson.write(json, user));
    }
}
