package org.csrgrid.domain.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount: whole minor units (cents, fils, yen) of one currency. Immutable. Arithmetic throws {@link ArithmeticException} on overflow and
 * {@link IllegalArgumentException} when currencies differ, so a wrong sum can never be stored silently.
 *
 * @param minorUnits may be negative or zero; the sign's meaning is the caller's
 * @param currency an ISO 4217 currency with 0, 2 or 3 decimals
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    public Money {
        requireNonNull(currency, "currency is null");
    }

    public static Money of(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal string such as {@code "12.50"}.
     *
     * @throws InvalidAmountException if it is no plain decimal, has more decimals than the currency, or does not fit 64 bits
     */
    public static Money parse(String decimal, Currency currency) {
        if (!decimal.matches("-?\\d{1,19}(\\.\\d{1,6})?")) {
            throw new InvalidAmountException(
                    "amount: \"%s\" (expected: a decimal string such as \"12.50\")".formatted(abbreviated(decimal)));
        }
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal value = new BigDecimal(decimal);
        BigDecimal minorUnits = value.movePointRight(digits);
        boolean fits = minorUnits.toBigInteger().bitLength() < Long.SIZE;
        if (value.scale() > digits || !fits) {
            throw new InvalidAmountException(
                    "amount: \"%s\" (expected: at most %d decimals in %s and at most 18 digits)"
                            .formatted(decimal, digits, currency.getCurrencyCode()));
        }
        return new Money(minorUnits.longValueExact(), currency);
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The amount as a decimal string with exactly the currency's number of decimals, {@code "12.50"}. */
    public String toDecimal() {
        return BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()))
                .toPlainString();
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money withMinorUnits(long value) {
        return new Money(value, currency);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    /**
     * {@code minorUnits × numerator ÷ denominator}, rounded half to even; exact in between however large the factors.
     *
     * @param denominator not zero
     */
    public Money share(long numerator, long denominator) {
        BigInteger product = BigInteger.valueOf(minorUnits).multiply(BigInteger.valueOf(numerator));
        BigDecimal quotient =
                new BigDecimal(product).divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN);
        return new Money(quotient.longValueExact(), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currency: %s (expected: %s)".formatted(other.currencyCode(), currencyCode()));
        }
        return other;
    }

    @Override
    public String toString() {
        return toDecimal() + " " + currencyCode();
    }
}
