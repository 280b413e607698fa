package org.csrgrid.gridnode.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountJobs;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.account.AccountJobs.MailWork;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.user.UserGrid;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.mail.MailDelivery;

/**
 * Writes to somebody about their log-in. Here it is found out whether an address is anybody's: who registers one that is taken is told so in its own
 * mailbox, and nobody is told that a password of nobody was to be reset.
 */
final class SendAccountMail implements JobHandler<MailWork> {

    private static final String NO_CURRENCY = "EUR";

    private final UserGrid users;
    private final Letters letters;
    private final MailDelivery delivery;

    SendAccountMail(UserGrid users, Letters letters, MailDelivery delivery) {
        this.users = users;
        this.letters = letters;
        this.delivery = delivery;
    }

    @Override
    public JobType<MailWork> type() {
        return AccountJobs.SEND_ACCOUNT_MAIL;
    }

    @Override
    public void run(MailWork work, JobContext context) throws InterruptedException {
        Optional<User> known = users.findByEmail(work.email());
        if (work.kind() == MailKind.VERIFY_ADDRESS) {
            delivery.deliver(
                    known.map(letters::alreadyRegistered)
                            .orElseGet(() -> letters.account(work.kind(), work.token(), stranger(work))),
                    context);
            return;
        }
        Optional<User> receiver = known.filter(user -> user.status() == User.Status.ACTIVE);
        if (receiver.isEmpty()) {
            context.log("not sent: the address has no active log-in");
            return;
        }
        delivery.deliver(letters.account(work.kind(), work.token(), receiver.get()), context);
    }

    private static User stranger(MailWork work) {
        return new User(
                0,
                work.email(),
                work.name(),
                "",
                Set.of(),
                0,
                null,
                work.language(),
                NO_CURRENCY,
                User.Status.INACTIVE,
                Instant.EPOCH,
                Instant.EPOCH,
                0);
    }
}
