package org.csrgrid.mapstore.money;

import com.hazelcast.map.MapStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.grid.money.RateGrid;
import org.jspecify.annotations.Nullable;

/** The exchange rates' map, written through; the last rate stored stays. */
public final class ExchangeRateMapStore implements MapStore<String, ExchangeRate> {
    private final ExchangeRateDao dao;

    public ExchangeRateMapStore(ExchangeRateDao dao) {
        this.dao = dao;
    }

    @Override
    public void store(String pair, ExchangeRate rate) {
        dao.store(rate);
    }

    @Override
    public void storeAll(Map<String, ExchangeRate> rates) {
        rates.values().forEach(dao::store);
    }

    @Override
    public void delete(String pair) {
        dao.delete(pair);
    }

    @Override
    public void deleteAll(Collection<String> pairs) {
        pairs.forEach(dao::delete);
    }

    @Override
    public @Nullable ExchangeRate load(String pair) {
        return loadAll(List.of(pair)).get(pair);
    }

    @Override
    public Map<String, ExchangeRate> loadAll(Collection<String> pairs) {
        return dao.find(pairs).stream()
                .collect(Collectors.toMap(rate -> RateGrid.key(rate.from(), rate.to()), Function.identity()));
    }

    @Override
    public Iterable<String> loadAllKeys() {
        return dao.allPairs();
    }
}
