package org.csrgrid.mapstore.account;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;
import org.jspecify.annotations.Nullable;

/** The mailed tokens' map, written through: one that was used must not be good again after a restart. */
public final class AccountTokenMapStore extends TableMapStore<String, AccountToken> {
    private final AccountTokenDao dao;

    public AccountTokenMapStore(ConnectionSource source, AccountTokenDao dao) {
        super(new WriteThroughRows<>(source, AccountTokenDao.table()));
        this.dao = dao;
    }

    @Override
    public Map<String, AccountToken> loadAll(Collection<String> hashes) {
        return dao.byHashes(hashes).stream().collect(Collectors.toMap(AccountToken::hash, Function.identity()));
    }

    /** None: tokens are loaded when somebody shows them. */
    @Override
    public @Nullable Iterable<String> loadAllKeys() {
        return null;
    }
}
