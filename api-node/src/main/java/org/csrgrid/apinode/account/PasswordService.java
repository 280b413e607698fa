package org.csrgrid.apinode.account;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.auth.GuessLimits;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.AccountSettings;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.domain.account.AccountToken.Purpose;
import org.csrgrid.domain.user.User;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changing a password, and getting another one if it is forgotten. Neither signs anybody in, so a second factor is asked for as ever.
 *
 * <pre>
 * curl -d '{"currentPassword":"…","newPassword":"…"}' -H "Authorization: Bearer $TOKEN" … localhost:8080/api/v1/auth/password
 * curl -d '{"email":"…"}' -H 'Content-Type: application/json' localhost:8080/api/v1/auth/password/forgot
 * curl -d '{"token":"…","newPassword":"…"}' -H 'Content-Type: application/json' localhost:8080/api/v1/auth/password/reset
 * </pre>
 */
final class PasswordService implements HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordService.class);
    private static final String NO_SESSION = "";

    private final Access access;
    private final Accounts parts;
    private final NewPasswords passwords;
    private final PasswordHashing hashing;
    private final GuessLimits guesses;
    private final AccountSettings settings;

    PasswordService(
            Access access,
            Accounts parts,
            NewPasswords passwords,
            PasswordHashing hashing,
            GuessLimits guesses,
            AccountSettings settings) {
        this.access = access;
        this.parts = parts;
        this.passwords = passwords;
        this.hashing = hashing;
        this.guesses = guesses;
        this.settings = settings;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/password").post(access.inSession(this::change)).others();
        Route.at(rules, "/password/forgot").post(this::forgot).others();
        Route.at(rules, "/password/reset").post(this::reset).others();
    }

    private void change(ServerRequest request, ServerResponse response, Viewer viewer, String sessionId) {
        ChangePasswordRequest wanted = parts.bodies().read(request, ChangePasswordRequest.class);
        User user = parts.users().find(viewer.userId()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                .asException());
        GuessLimits.Guess guess = guesses.count("change " + user.id(), Optional.empty(), request);
        if (!hashing.verify(wanted.currentPassword(), user.passwordHash())) {
            LOG.info("User {} gave a wrong password to change it", user.id());
            throw Problem.of(ProblemType.INVALID_CREDENTIALS).asException();
        }
        guesses.right(guess);
        passwords.require("/newPassword", wanted.newPassword(), List.of(user.email(), user.name()));
        passwords.set(user, passwords.hash(wanted.newPassword()), sessionId, Times.now(parts.clock()));
        LOG.info("User {} changed the password", user.id());
        response.status(Status.NO_CONTENT_204).send();
    }

    private void forgot(ServerRequest request, ServerResponse response) {
        ForgotRequest wanted = parts.bodies().read(request, ForgotRequest.class);
        parts.mails()
                .sendLink(
                        Purpose.RESET_PASSWORD, MailKind.RESET_PASSWORD, wanted.email(), "", "", settings.resetLife());
        response.status(Status.ACCEPTED_202).send();
    }

    private void reset(ServerRequest request, ServerResponse response) {
        ResetRequest wanted = parts.bodies().read(request, ResetRequest.class);
        User user = owner(parts.mails().look(wanted.token(), Purpose.RESET_PASSWORD));
        passwords.require("/newPassword", wanted.newPassword(), List.of(user.email(), user.name()));
        String hash = passwords.hash(wanted.newPassword());
        passwords.set(
                owner(parts.mails().use(wanted.token(), Purpose.RESET_PASSWORD)),
                hash,
                NO_SESSION,
                Times.now(parts.clock()));
        LOG.info("User {} reset the password", user.id());
        response.status(Status.NO_CONTENT_204).send();
    }

    private User owner(Optional<AccountToken> token) {
        return token.flatMap(good -> parts.users().findByEmail(good.email()))
                .filter(user -> user.status() == User.Status.ACTIVE)
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_TOKEN).asException());
    }
}
