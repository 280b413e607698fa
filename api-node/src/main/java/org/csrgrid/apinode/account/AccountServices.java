package org.csrgrid.apinode.account;

import io.helidon.webserver.http.HttpService;
import java.util.List;
import org.csrgrid.apinode.auth.Access;
import org.csrgrid.apinode.auth.GuessLimits;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.config.settings.AccountSettings;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.session.SessionGrid;

/** Puts together what is about accounts. */
public final class AccountServices {

    private AccountServices() {}

    /** The services, all found below the path of signing in. */
    public static List<HttpService> of(
            Access access,
            Accounts parts,
            SessionGrid sessions,
            GridIds ids,
            PasswordHashing hashing,
            GuessLimits guesses,
            AccountSettings settings) {
        var policy = new PasswordPolicy(settings.passwordMinLength());
        var passwords = new NewPasswords(policy, hashing, parts.accounts(), sessions, parts.mails());
        return List.of(
                new RegistrationService(parts, passwords, ids, settings),
                new PasswordService(access, parts, passwords, hashing, guesses, settings));
    }
}
