package org.csrgrid.apinode.account;

import java.time.Instant;
import java.util.List;
import org.csrgrid.apinode.auth.PasswordHashing;
import org.csrgrid.apinode.http.FieldError;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountGrid;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.session.SessionGrid;

/** Passwords that are chosen: checked, hashed, set, and told of. Safe for use by many threads. */
final class NewPasswords {

    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final AccountGrid accounts;
    private final SessionGrid sessions;
    private final AccountMails mails;

    NewPasswords(
            PasswordPolicy policy,
            PasswordHashing hashing,
            AccountGrid accounts,
            SessionGrid sessions,
            AccountMails mails) {
        this.policy = policy;
        this.hashing = hashing;
        this.accounts = accounts;
        this.sessions = sessions;
        this.mails = mails;
    }

    /**
     * @param pointer where the password stands in the request
     * @throws org.csrgrid.apinode.http.ProblemException 422 if the password will not do
     */
    void require(String pointer, String password, List<String> owner) {
        policy.objection(password, owner).ifPresent(objection -> {
            throw Problem.invalid(List.of(FieldError.body(pointer, objection))).asException();
        });
    }

    String hash(String password) {
        return hashing.hash(password);
    }

    /** Sets a password that was required to do, ends the owner's sessions but one, and tells the owner. */
    void set(User user, String hash, String keptSession, Instant now) {
        accounts.changePassword(user.id(), hash, now);
        sessions.endOthers(user.id(), keptSession);
        mails.tell(MailKind.PASSWORD_CHANGED, user);
    }
}
