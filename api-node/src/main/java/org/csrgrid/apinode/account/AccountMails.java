package org.csrgrid.apinode.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.apinode.session.Secrets;
import org.csrgrid.apinode.session.SessionIds;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.domain.account.AccountToken.Purpose;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountGrid;
import org.csrgrid.grid.account.AccountJobs;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.account.AccountJobs.MailWork;
import org.csrgrid.grid.job.JobGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails about log-ins, and the secrets in them. Sending a secret does exactly the same whether the address is anybody's or not; the member that writes the
 * mail looks that up. Safe for use by many threads.
 */
public final class AccountMails {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMails.class);
    private static final int RETRY_SECONDS = 60;

    private final AccountGrid accounts;
    private final JobGrid jobs;
    private final boolean isPossible;
    private final InstantSource clock;

    /** @param isPossible whether there is a key that keeps what is in a mail secret until it is sent */
    public AccountMails(AccountGrid accounts, JobGrid jobs, boolean isPossible, InstantSource clock) {
        this.accounts = accounts;
        this.jobs = jobs;
        this.isPossible = isPossible;
        this.clock = clock;
    }

    /**
     * Mails a link that is good once.
     *
     * @param email in any case
     * @throws org.csrgrid.apinode.http.ProblemException 503 if nothing can be mailed
     */
    void sendLink(Purpose purpose, MailKind kind, String email, String name, String language, Duration life) {
        if (!isPossible) {
            LOG.warn("No mail is sent: jobs.payload-key is not set");
            throw Problem.of(ProblemType.UNAVAILABLE)
                    .with(Headers.retryAfterSeconds(RETRY_SECONDS))
                    .asException();
        }
        String address = email.toLowerCase(Locale.ROOT);
        String secret = Secrets.next();
        String hash = Secrets.hash(secret);
        var now = Times.now(clock);
        accounts.add(new AccountToken(hash, purpose, address, name, language, now.plus(life), null, 1));
        jobs.enqueue(AccountJobs.mail(new MailWork(kind, address, name, language, secret), hash, now));
    }

    /** What a mailed secret is good for; it stays so. */
    Optional<AccountToken> look(String secret, Purpose purpose) {
        return accounts.find(Secrets.hash(secret)).filter(token -> token.isGoodFor(purpose, "", clock.instant()));
    }

    /** What a mailed secret is good for; no more afterwards. */
    Optional<AccountToken> use(String secret, Purpose purpose) {
        return accounts.use(Secrets.hash(secret), purpose, SessionIds.next(), clock.instant());
    }

    /** Tells somebody what happened to their log-in, in the background. Never throws. */
    public void tell(MailKind kind, User user) {
        try {
            var work = new MailWork(kind, user.email(), "", "", "");
            jobs.enqueueRecoverable(AccountJobs.mail(work, SessionIds.next(), Times.now(clock)));
        } catch (RuntimeException impossible) {
            LOG.warn("User {} is not told by mail: {}", user.id(), impossible.toString());
        }
    }
}
