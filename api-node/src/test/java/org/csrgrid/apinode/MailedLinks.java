package org.csrgrid.apinode;

import java.util.List;
import java.util.Locale;
import org.csrgrid.grid.account.AccountJobs;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.account.AccountJobs.MailWork;
import org.csrgrid.grid.job.PayloadCipher;

/** What the mails about accounts say, read from the jobs that are to write them. */
final class MailedLinks {

    private MailedLinks() {}

    static List<MailWork> to(ApiFixture api, String email) {
        var cipher = PayloadCipher.of(api.settings.payloadKey());
        return api.jobs.map().values().stream()
                .filter(job -> job.name().equals(AccountJobs.SEND_ACCOUNT_MAIL.name()))
                .map(job -> AccountJobs.SEND_ACCOUNT_MAIL.read(cipher.opened(job.request()), 1))
                .filter(mail -> mail.email().equals(email.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The secret of the one mail of that kind. */
    static String only(ApiFixture api, String email, MailKind kind) {
        List<MailWork> mails =
                to(api, email).stream().filter(mail -> mail.kind() == kind).toList();
        if (mails.size() != 1) {
            throw new AssertionError("%d mails (expected: 1)".formatted(mails.size()));
        }
        return mails.getFirst().token();
    }
}
