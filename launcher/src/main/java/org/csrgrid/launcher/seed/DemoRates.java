package org.csrgrid.launcher.seed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;

/** Exchange rates between all currencies of the demo set. */
final class DemoRates {

    private static final int SCALE = 12;
    private static final Map<String, BigDecimal> PER_EURO = perEuro();

    private DemoRates() {}

    private static Map<String, BigDecimal> perEuro() {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        rates.put("EUR", BigDecimal.ONE);
        rates.put("USD", new BigDecimal("1.0842"));
        rates.put("GBP", new BigDecimal("0.8431"));
        rates.put("JPY", new BigDecimal("163.25"));
        rates.put("CHF", new BigDecimal("0.9384"));
        return rates;
    }

    static List<ExchangeRate> all() {
        List<ExchangeRate> rates = new ArrayList<>();
        for (String from : PER_EURO.keySet()) {
            for (String to : PER_EURO.keySet()) {
                if (!from.equals(to)) {
                    rates.add(between(Currency.getInstance(from), Currency.getInstance(to)));
                }
            }
        }
        return rates;
    }

    static ExchangeRate between(Currency from, Currency to) {
        if (from.equals(to)) {
            return ExchangeRate.identity(from);
        }
        return new ExchangeRate(from, to, perEuro(to).divide(perEuro(from), SCALE, RoundingMode.HALF_EVEN));
    }

    /** A round amount of about so many euros. */
    static Money inCurrency(long euros, Currency currency) {
        long units = currency.getCurrencyCode().equals("JPY") ? euros * 150 : euros;
        return Money.parse(Long.toString(units), currency);
    }

    private static BigDecimal perEuro(Currency currency) {
        BigDecimal rate = PER_EURO.get(currency.getCurrencyCode());
        if (rate == null) {
            throw new IllegalArgumentException(
                    "currency: %s (expected: one of %s)".formatted(currency, PER_EURO.keySet()));
        }
        return rate;
    }
}
