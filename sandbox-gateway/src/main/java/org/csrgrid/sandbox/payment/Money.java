package org.csrgrid.sandbox.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A positive or zero amount in the minor units of its currency.
 *
 * @param minorUnits hundredths for EUR, whole yen for JPY, thousandths for KWD; never negative
 * @param currency an ISO 4217 currency that has minor units
 */
public record Money(long minorUnits, Currency currency) {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");

    public Money {
        Objects.requireNonNull(currency, "currency is null");
        if (minorUnits < 0) {
            throw new IllegalArgumentException("minorUnits: %d (expected: >= 0)".formatted(minorUnits));
        }
    }

    /**
     * Reads a decimal string such as {@code "10.00"}.
     *
     * @throws InvalidMoneyException if it is no plain decimal, or has more decimals than the currency
     */
    public static Money parse(String decimal, Currency currency) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new InvalidMoneyException(
                    "expected a decimal such as \"10.00\", with at most 12 digits before the point");
        }
        BigDecimal value = new BigDecimal(decimal);
        int digits = currency.getDefaultFractionDigits();
        if (value.stripTrailingZeros().scale() > digits) {
            throw new InvalidMoneyException(
                    "expected at most %d decimals for %s".formatted(digits, currency.getCurrencyCode()));
        }
        return new Money(value.movePointRight(digits).longValueExact(), currency);
    }

    /**
     * Finds a currency by its ISO 4217 code.
     *
     * @throws InvalidMoneyException if there is none, or it has no minor units (gold, test codes)
     */
    public static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw new InvalidMoneyException("expected an ISO 4217 currency code", unknown);
        }
        throw new InvalidMoneyException("expected a currency that is used for payments");
    }

    /** The same currency with other minor units. */
    public Money of(long otherMinorUnits) {
        return new Money(otherMinorUnits, currency);
    }

    /** The decimal string with exactly the currency's decimals. */
    public String toDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits())
                .toPlainString();
    }
}
