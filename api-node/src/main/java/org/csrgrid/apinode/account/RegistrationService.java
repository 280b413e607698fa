package org.csrgrid.apinode.account;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.AccountSettings;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.domain.account.AccountToken.Purpose;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountGrid;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.cluster.GridIds;

/**
 * Getting a log-in. It is made when its owner shows what was mailed to the address, so nobody can make one for somebody else; whoever asks learns nothing
 * about the address.
 *
 * <pre>
 * curl -d '{"email":"…","name":"…"}' -H 'Content-Type: application/json' localhost:8080/api/v1/auth/register
 * curl -d '{"token":"…","password":"…"}' -H 'Content-Type: application/json' localhost:8080/api/v1/auth/register/verify
 * </pre>
 */
final class RegistrationService implements HttpService {

    private static final String CURRENCY = "EUR";

    private final AccountGrid accounts;
    private final AccountMails mails;
    private final NewPasswords passwords;
    private final GridIds ids;
    private final RequestBody bodies;
    private final AccountSettings settings;
    private final InstantSource clock;

    RegistrationService(Accounts parts, NewPasswords passwords, GridIds ids, AccountSettings settings) {
        accounts = parts.accounts();
        mails = parts.mails();
        this.passwords = passwords;
        this.ids = ids;
        bodies = parts.bodies();
        this.settings = settings;
        clock = parts.clock();
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/register").post(this::register).others();
        Route.at(rules, "/register/verify").post(this::verify).others();
    }

    private void register(ServerRequest request, ServerResponse response) {
        RegisterRequest wanted = bodies.read(request, RegisterRequest.class);
        if (!settings.registration()) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        mails.sendLink(
                Purpose.REGISTER,
                MailKind.VERIFY_ADDRESS,
                wanted.email(),
                wanted.name(),
                wanted.language(),
                settings.verificationLife());
        response.status(Status.ACCEPTED_202).send();
    }

    private void verify(ServerRequest request, ServerResponse response) {
        VerifyRequest wanted = bodies.read(request, VerifyRequest.class);
        AccountToken token = mails.look(wanted.token(), Purpose.REGISTER).orElseThrow(RegistrationService::noToken);
        passwords.require("/password", wanted.password(), List.of(token.email(), token.name()));
        String hash = passwords.hash(wanted.password());
        AccountToken used = mails.use(wanted.token(), Purpose.REGISTER).orElseThrow(RegistrationService::noToken);
        if (!accounts.add(user(used, hash, Times.now(clock)))) {
            throw noToken();
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private User user(AccountToken token, String hash, Instant now) {
        return new User(
                ids.next(),
                token.email(),
                token.name(),
                hash,
                Set.of(role(token.email())),
                0,
                null,
                token.language(),
                CURRENCY,
                User.Status.ACTIVE,
                now,
                now,
                1);
    }

    private Role role(String email) {
        String domain = email.substring(email.indexOf('@') + 1);
        return settings.employeeDomains().stream().anyMatch(domain::equalsIgnoreCase) ? Role.EMPLOYEE : Role.GUEST;
    }

    private static RuntimeException noToken() {
        return Problem.of(ProblemType.INVALID_TOKEN).asException();
    }
}
