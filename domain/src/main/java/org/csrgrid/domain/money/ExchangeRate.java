package org.csrgrid.domain.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * How many units of {@code to} one unit of {@code from} buys. It is frozen on every ledger entry, so a later rate never changes an old total.
 *
 * @param rate positive; exactly 1 between a currency and itself
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate) {

    public ExchangeRate {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate: %s (expected: > 0)".formatted(rate));
        }
        if (from.equals(to) && rate.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("rate: %s (expected: 1 within %s)".formatted(rate, from));
        }
    }

    public static ExchangeRate identity(Currency currency) {
        return new ExchangeRate(currency, currency, BigDecimal.ONE);
    }

    /** The amount in the target currency, rounded half to even to its minor unit. */
    public Money convert(Money amount) {
        if (!amount.currency().equals(from)) {
            throw new IllegalArgumentException("currency: %s (expected: %s)".formatted(amount.currencyCode(), from));
        }
        if (from.equals(to)) {
            return amount;
        }
        BigDecimal major = BigDecimal.valueOf(amount.minorUnits(), digits(from)).multiply(rate);
        return new Money(
                major.movePointRight(digits(to))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                to);
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
