package org.csrgrid.mapstore.match;

import com.hazelcast.map.MapLoader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.grid.match.AllowanceKey;
import org.jspecify.annotations.Nullable;

/**
 * The caps' map. It only loads: what is used of a cap is derived from the ledger, and a reservation that is lost is made
 * again by the job that needs it.
 */
public final class AllowanceMapLoader implements MapLoader<AllowanceKey, Allowance> {
    private final AllowanceDao dao;

    public AllowanceMapLoader(AllowanceDao dao) {
        this.dao = dao;
    }

    @Override
    public @Nullable Allowance load(AllowanceKey cap) {
        return dao.fold(cap);
    }

    @Override
    public Map<AllowanceKey, Allowance> loadAll(Collection<AllowanceKey> caps) {
        Map<AllowanceKey, Allowance> found = new HashMap<>();
        for (AllowanceKey cap : caps) {
            Allowance allowance = dao.fold(cap);
            if (allowance != null) {
                found.put(cap, allowance);
            }
        }
        return found;
    }

    /** None: a cap is loaded when somebody asks for it. */
    @Override
    public @Nullable Iterable<AllowanceKey> loadAllKeys() {
        return null;
    }
}
