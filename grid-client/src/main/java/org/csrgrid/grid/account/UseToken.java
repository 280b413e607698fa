package org.csrgrid.grid.account;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.account.AccountToken;
import org.jspecify.annotations.Nullable;

/**
 * Uses a mailed token up and answers what it was for, or null if it is not good. Atomic over the token, so of many attempts one gets it; a repeat of the
 * same attempt is harmless and gets it again.
 */
public record UseToken(AccountToken.Purpose purpose, String attempt, Instant at)
        implements EntryProcessor<String, AccountToken, AccountToken> {

    @Override
    public @Nullable AccountToken process(Map.Entry<String, AccountToken> entry) {
        AccountToken token = entry.getValue();
        if (token == null || !token.isGoodFor(purpose, attempt, at)) {
            return null;
        }
        AccountToken used = token.used(attempt);
        entry.setValue(used);
        return used;
    }
}
