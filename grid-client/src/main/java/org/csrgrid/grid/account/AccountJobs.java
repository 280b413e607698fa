package org.csrgrid.grid.account;

import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.job.JobType;

/** The mails about somebody's log-in. Whether the address belongs to anybody is looked up where the mail is written, so asking for one tells nothing. */
public final class AccountJobs {

    public static final JobType<MailWork> SEND_ACCOUNT_MAIL = JobType.of(
                    "send-account-mail", Channel.NOTIFICATIONS, MailWork.class)
            .asSensitive();

    private AccountJobs() {}

    /** What a mail is about. The kind is also the name of its template, but for a registration of an address that is known. */
    public enum MailKind {
        VERIFY_ADDRESS,
        RESET_PASSWORD,
        PASSWORD_CHANGED,
        SESSIONS_ENDED,
        SECOND_FACTOR_CHANGED
    }

    /**
     * A mail to write. Sensitive, because it has an address and perhaps a token in it.
     *
     * @param name of somebody who registers, empty otherwise
     * @param language of somebody who registers, empty otherwise
     * @param token the secret the mail's link has, empty for mails without
     */
    public record MailWork(MailKind kind, String email, String name, String language, String token) {

        /** Neither the address nor the token. */
        @Override
        public String toString() {
            return "MailWork[kind=%s]".formatted(kind);
        }
    }

    /** One mail; the same cause is the same mail for good. */
    public static Job mail(MailWork work, String cause, Instant now) {
        JobRequest request =
                SEND_ACCOUNT_MAIL.request(work).with().unique(Uniqueness.ONCE).build();
        String id = SEND_ACCOUNT_MAIL.name() + ":" + cause;
        return Job.ready(id, id.hashCode(), request, now, now);
    }
}
