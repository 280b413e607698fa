package org.csrgrid.grid.account;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.Optional;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.ledger.DuplicateEntryException;

/**
 * Log-ins and what was mailed about them; everything is in the database when answered. Methods throw
 * {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid or the database does not answer. Safe for use by many threads.
 */
public final class AccountGrid {

    private final IMap<String, AccountToken> tokens;
    private final IMap<Long, User> users;

    public AccountGrid(HazelcastInstance grid) {
        tokens = grid.getMap(GridMaps.ACCOUNT_TOKENS);
        users = grid.getMap(GridMaps.USERS);
    }

    /** Keeps what a new token is good for. A repeat is harmless. */
    public void add(AccountToken token) {
        GridCalls.repeatable(() -> {
            tokens.set(token.hash(), token);
            return token;
        });
    }

    /** What a token is or was good for. */
    public Optional<AccountToken> find(String hash) {
        return Optional.ofNullable(GridCalls.repeatable(() -> tokens.get(hash)));
    }

    /**
     * Uses a token up. Of many at once one gets it.
     *
     * @param attempt random, names this use of it
     * @return empty if there is none, it was used, has expired, or is for something else
     */
    public Optional<AccountToken> use(String hash, AccountToken.Purpose purpose, String attempt, Instant now) {
        return Optional.ofNullable(
                GridCalls.repeatable(() -> tokens.executeOnKey(hash, new UseToken(purpose, attempt, now))));
    }

    /** Changes a password; false if there is no such user. A repeat is harmless. */
    public boolean changePassword(long userId, String hash, Instant now) {
        return GridCalls.repeatable(() -> users.executeOnKey(userId, new ChangePassword(hash, now)));
    }

    /** Adds somebody; false if their e-mail address belongs to somebody else. A repeat is harmless. */
    public boolean add(User user) {
        return GridCalls.repeatable(() -> {
            try {
                users.executeOnKey(user.id(), new AddUser(user));
                return true;
            } catch (RuntimeException failure) {
                if (GridCalls.isCausedBy(failure, DuplicateEntryException.class)) {
                    return false;
                }
                throw failure;
            }
        });
    }
}
