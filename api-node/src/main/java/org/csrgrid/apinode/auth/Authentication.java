package org.csrgrid.apinode.auth;

import com.hazelcast.core.HazelcastInstance;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.apinode.account.AccountMails;
import org.csrgrid.apinode.account.AccountServices;
import org.csrgrid.apinode.account.Accounts;
import org.csrgrid.apinode.http.Hmac;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.apinode.session.LiveSessions;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.account.AccountGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.grid.session.SessionGrid;
import org.csrgrid.grid.user.UserGrid;

/**
 * Puts together what signing in and guarding routes take.
 *
 * @param service everything below the path of signing in
 */
public record Authentication(Access access, HttpService service) {

    /** What it is made of and others have too. */
    public record Parts(
            HazelcastInstance client, JobGrid jobs, GridIds ids, ClientAddresses addresses, RequestBody bodies) {}

    public static Authentication create(Settings settings, Parts parts, InstantSource clock) {
        var people = new AuthService.People(new UserGrid(parts.client()), new SessionGrid(parts.client()));
        var tokens = new AccessTokens(settings.security());
        var access = new Access(
                new TokenAuthentication(tokens, people.users(), clock), new LiveSessions(people.sessions()), clock);
        var passwords = new PasswordHashing(settings.security());
        var guesses = new GuessLimits(new SharedBuckets(parts.client(), clock), parts.addresses(), settings);
        var devices = new DeviceTokens(new Hmac(settings.security().tokenKey().reveal()));
        var signIn = new SignIn(people, tokens, settings.sessions(), parts.addresses(), clock);
        var accountGrid = new AccountGrid(parts.client());
        var mails = new AccountMails(
                accountGrid, parts.jobs(), settings.payloadKey().isPresent(), clock);
        var accounts = new Accounts(accountGrid, people.users(), mails, parts.bodies(), clock);
        List<HttpService> services = new ArrayList<>();
        services.add(new AuthService(
                access, people, signIn, new AuthService.Guards(passwords, guesses, devices), parts.bodies(), clock));
        services.addAll(AccountServices.of(
                access, accounts, people.sessions(), parts.ids(), passwords, guesses, settings.accounts()));
        return new Authentication(access, rules -> services.forEach(service -> service.routing(rules)));
    }
}
