package org.csrgrid.apinode.auth;

import java.time.InstantSource;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.apinode.session.LiveSessions;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.user.UserGrid;

/** Puts together what signing in and guarding routes take. */
public record Authentication(Access access, AuthService service) {

    public static Authentication create(
            Settings settings,
            UserGrid users,
            SessionGrid sessions,
            ClientAddresses addresses,
            RequestBody bodies,
            InstantSource clock) {
        var tokens = new AccessTokens(settings.security());
        var access = new Access(new TokenAuthentication(tokens, users, clock), new LiveSessions(sessions), clock);
        var people = new AuthService.People(users, sessions);
        var signIn = new SignIn(people, tokens, settings.sessions(), addresses, clock);
        var passwords = new PasswordHashing(settings.security());
        var service = new AuthService(access, people, signIn, passwords, bodies, clock);
        return new Authentication(access, service);
    }
}
