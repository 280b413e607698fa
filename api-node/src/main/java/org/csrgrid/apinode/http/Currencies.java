package org.csrgrid.apinode.http;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The currencies money can be in: those of ISO 4217 with 0, 2 or 3 decimals. */
final class Currencies {

    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> isCounted(currency.getDefaultFractionDigits()))
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private Currencies() {}

    static Optional<Currency> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static boolean isCounted(int decimals) {
        return decimals == 0 || decimals == 2 || decimals == 3;
    }
}
