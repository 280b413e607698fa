package org.csrgrid.apinode.auth;

import java.time.InstantSource;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.config.settings.SecuritySettings;
import org.csrgrid.grid.user.UserGrid;

/** Puts together what signing in and guarding routes take. */
public record Authentication(Access access, AuthService service) {

    public static Authentication create(
            SecuritySettings settings, UserGrid users, RequestBody bodies, InstantSource clock) {
        var tokens = new AccessTokens(settings);
        var access = new Access(new TokenAuthentication(tokens, users, clock), clock);
        return new Authentication(
                access, new AuthService(access, users, tokens, new PasswordHashing(settings), bodies, clock));
    }
}
