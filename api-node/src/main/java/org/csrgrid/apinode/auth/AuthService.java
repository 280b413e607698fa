package org.csrgrid.apinode.auth;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.csrgrid.apinode.http.AuditNotes;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.session.SessionJson;
import org.csrgrid.domain.session.Session;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.user.UserGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in and out.
 *
 * <pre>
 * curl -d '{"email":"…","password":"…"}' -H 'Content-Type: application/json' localhost:8080/api/v1/auth/login
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/auth/me
 * curl -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/auth/sessions
 * curl -X POST -H "Authorization: Bearer $TOKEN" localhost:8080/api/v1/auth/logout
 * </pre>
 */
public final class AuthService implements HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(AuthService.class);

    private final Access access;
    private final UserGrid users;
    private final SessionGrid sessions;
    private final SignIn signIn;
    private final Duration tokenLife;
    private final PasswordHashing passwords;
    private final RequestBody bodies;
    private final InstantSource clock;
    private final String hashOfNobody;

    /** Who may sign in and who is. */
    record People(UserGrid users, SessionGrid sessions) {}

    AuthService(
            Access access,
            People people,
            SignIn signIn,
            Duration tokenLife,
            PasswordHashing passwords,
            RequestBody bodies,
            InstantSource clock) {
        this.access = access;
        users = people.users();
        sessions = people.sessions();
        this.signIn = signIn;
        this.tokenLife = tokenLife;
        this.passwords = passwords;
        this.bodies = bodies;
        this.clock = clock;
        hashOfNobody = passwords.hash("nobody");
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/login").post(this::login).others();
        Route.at(rules, "/refresh").post(access.inSession(this::refresh)).others();
        Route.at(rules, "/logout").post(access.inSession(this::logout)).others();
        Route.at(rules, "/sessions")
                .get(access.inSession(this::listSessions))
                .delete(access.inSession(this::endOthers))
                .others();
        Route.at(rules, "/sessions/{id}").delete(access.signedIn(this::endOne)).others();
        Route.at(rules, "/me").get(access.signedIn(this::me)).others();
    }

    private void login(ServerRequest request, ServerResponse response) {
        LoginRequest login = bodies.read(request, LoginRequest.class);
        Optional<User> user = users.findByEmail(login.email());
        // An unknown address costs the same hash, so that time does not tell it from a wrong password.
        boolean right =
                passwords.verify(login.password(), user.map(User::passwordHash).orElse(hashOfNobody));
        AuditNotes notes = AuditNotes.of(request)
                .object("user", Long.toString(user.map(User::id).orElse(0L)));
        if (right && user.filter(found -> found.status() == User.Status.ACTIVE).isPresent()) {
            notes.actor(user.get().id());
            answer(response, signIn.begin(user.get().id(), request));
        } else {
            LOG.info("Log-in refused for user {}", user.map(User::id).orElse(0L));
            Problem.of(ProblemType.INVALID_CREDENTIALS).send(request, response);
        }
    }

    private void refresh(ServerRequest request, ServerResponse response, Viewer viewer, String sessionId) {
        answer(response, signIn.renew(viewer.userId(), sessionId));
    }

    private void logout(ServerRequest request, ServerResponse response, Viewer viewer, String sessionId) {
        sessions.end(viewer.userId(), sessionId);
        response.status(Status.NO_CONTENT_204).send();
    }

    private void listSessions(ServerRequest request, ServerResponse response, Viewer viewer, String sessionId) {
        List<Session> mine = sessions.ofUser(viewer.userId(), clock.instant());
        Json.send(response, json -> SessionJson.writeList(json, mine, sessionId));
    }

    private void endOthers(ServerRequest request, ServerResponse response, Viewer viewer, String sessionId) {
        sessions.endOthers(viewer.userId(), sessionId);
        response.status(Status.NO_CONTENT_204).send();
    }

    private void endOne(ServerRequest request, ServerResponse response, Viewer viewer) {
        if (!sessions.end(viewer.userId(), request.path().pathParameters().get("id"))) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private void answer(ServerResponse response, String token) {
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("accessToken", token);
            json.writeStringField("tokenType", "Bearer");
            json.writeNumberField("expiresIn", tokenLife.toSeconds());
            json.writeEndObject();
        });
    }

    private void me(ServerRequest request, ServerResponse response, Viewer viewer) {
        User user = users.find(viewer.userId())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        Json.send(response, json -> UserJson.write(json, user));
    }
}
