package org.csrgrid.apinode.account;

import java.time.InstantSource;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.grid.account.AccountGrid;
import org.csrgrid.grid.user.UserGrid;

/** What every service about accounts takes. */
public record Accounts(
        AccountGrid accounts, UserGrid users, AccountMails mails, RequestBody bodies, InstantSource clock) {}
