package org.csrgrid.mapstore.money;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.mapstore.table.ColumnValues;
import org.csrgrid.mapstore.table.Reading;

/** Today's rates as rows of {@code exchange_rate}, under the pair of currency codes. */
public final class ExchangeRateDao {
    private final Reading reading;

    public ExchangeRateDao(Reading reading) {
        this.reading = reading;
    }

    /** Stores a rate in place of the last one. */
    public void store(ExchangeRate rate) {
        reading.run(handle -> handle.createUpdate("""
                        INSERT INTO exchange_rate (pair, from_currency, to_currency, rate)
                        VALUES (CONCAT(:from, :to), :from, :to, :rate)
                        ON DUPLICATE KEY UPDATE rate = VALUES(rate)
                        """)
                .bind("from", rate.from().getCurrencyCode())
                .bind("to", rate.to().getCurrencyCode())
                .bind("rate", ColumnValues.storedRate(rate.rate()))
                .execute());
    }

    public void delete(String pair) {
        reading.run(handle -> handle.createUpdate("DELETE FROM exchange_rate WHERE pair = :pair")
                .bind("pair", pair)
                .execute());
    }

    /** The rates of these pairs that are known, in no order. */
    public List<ExchangeRate> find(Collection<String> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        return reading.run(handle -> handle.createQuery(
                        "SELECT from_currency, to_currency, rate FROM exchange_rate WHERE pair IN (<pairs>)")
                .bindList("pairs", List.copyOf(pairs))
                .map((row, _) -> new ExchangeRate(
                        Currency.getInstance(row.getString("from_currency")),
                        Currency.getInstance(row.getString("to_currency")),
                        ColumnValues.rate(row, "rate")))
                .list());
    }

    public List<String> allPairs() {
        return reading.run(handle -> handle.createQuery("SELECT pair FROM exchange_rate")
                .mapTo(String.class)
                .list());
    }
}
