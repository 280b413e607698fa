package org.csrgrid.grid.money;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Currency;
import java.util.Optional;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** Today's exchange rates. Safe for use by many threads. */
public final class RateGrid {

    private final IMap<String, ExchangeRate> rates;

    public RateGrid(HazelcastInstance grid) {
        rates = grid.getMap(GridMaps.EXCHANGE_RATES);
    }

    /** The rate between two currencies, exactly 1 within one; empty if none is known. */
    public Optional<ExchangeRate> rate(Currency from, Currency to) {
        if (from.equals(to)) {
            return Optional.of(ExchangeRate.identity(from));
        }
        return Optional.ofNullable(GridCalls.repeatable(() -> rates.get(key(from, to))));
    }

    /** The map's key of a pair. */
    public static String key(Currency from, Currency to) {
        return from.getCurrencyCode() + to.getCurrencyCode();
    }
}
