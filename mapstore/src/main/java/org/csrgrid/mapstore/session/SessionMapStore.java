package org.csrgrid.mapstore.session;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.session.Session;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;

/** The sessions' map, written through: one that was ended must not come back with a restart. */
public final class SessionMapStore extends TableMapStore<String, Session> {
    private final SessionDao dao;

    public SessionMapStore(ConnectionSource source, SessionDao dao) {
        super(new WriteThroughRows<>(source, SessionDao.table()));
        this.dao = dao;
    }

    @Override
    public Map<String, Session> loadAll(Collection<String> ids) {
        return dao.byIds(ids).stream().collect(Collectors.toMap(Session::id, Function.identity()));
    }

    @Override
    public Iterable<String> loadAllKeys() {
        return dao.allIds();
    }
}
