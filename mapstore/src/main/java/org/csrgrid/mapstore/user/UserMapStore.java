package org.csrgrid.mapstore.user;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.user.User;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** The users' map, written through; a taken e-mail is a {@link org.csrgrid.grid.ledger.DuplicateEntryException}. */
public final class UserMapStore extends TableMapStore<Long, User> {
    private final UserDao dao;

    public UserMapStore(ConnectionSource source, UserDao dao) {
        super(new WriteThroughRows<>(source, UserDao.table()));
        this.dao = dao;
    }

    @Override
    public Map<Long, User> loadAll(Collection<Long> ids) {
        return dao.byIds(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
    }

    @Override
    public Iterable<Long> loadAllKeys() {
        return dao.allIds();
    }
}
