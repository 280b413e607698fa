package org.csrgrid.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, 12.50, 1250",
        "EUR, 12.5, 1250",
        "EUR, 12, 1200",
        "EUR, -0.01, -1",
        "EUR, 0, 0",
        "JPY, 500, 500",
        "KWD, 1.234, 1234",
        "KWD, 0.001, 1",
        "EUR, 92233720368547758.07, 9223372036854775807"
    })
    void a_decimal_becomes_whole_minor_units_of_its_currency(String currency, String decimal, long minorUnits) {
        assertThat(Money.parse(decimal, Currency.getInstance(currency))).isEqualTo(Money.of(minorUnits, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 1250, 12.50",
        "EUR, 5, 0.05",
        "EUR, -5, -0.05",
        "JPY, 500, 500",
        "KWD, 1234, 1.234",
        "KWD, 0, 0.000"
    })
    void a_decimal_form_has_exactly_the_decimals_of_the_currency(String currency, long minorUnits, String decimal) {
        assertThat(Money.of(minorUnits, currency).toDecimal()).isEqualTo(decimal);
        assertThat(Money.of(minorUnits, currency)).hasToString(decimal + " " + currency);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 12.505",
        "EUR, 12.500",
        "JPY, 1.5",
        "JPY, 1.0",
        "KWD, 1.2345",
        "EUR, 92233720368547758.08",
        "JPY, 9999999999999999999"
    })
    void more_decimals_than_the_currency_has_or_more_than_64_bits_are_refused(String currency, String decimal) {
        assertThatThrownBy(() -> Money.parse(decimal, Currency.getInstance(currency)))
                .isInstanceOf(InvalidAmountException.class)
                .hasMessageContaining(decimal)
                .hasMessageContaining(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "1,50", "1e3", "+1", "1.", ".5", "1 ", "0x10", "NaN", "--1", "1.2.3", "٣"})
    void what_is_no_plain_decimal_is_refused(String text) {
        assertThatThrownBy(() -> Money.parse(text, Currency.getInstance("EUR")))
                .isInstanceOf(InvalidAmountException.class)
                .hasMessageContaining("expected: a decimal string");
    }

    @Test
    void a_refused_text_is_quoted_only_in_part_when_it_is_long() {
        assertThatThrownBy(() -> Money.parse("9".repeat(10_000), Currency.getInstance("EUR")))
                .isInstanceOf(InvalidAmountException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(120));
    }

    @Test
    void a_sum_or_difference_that_does_not_fit_throws_instead_of_wrapping() {
        Money largest = Money.of(Long.MAX_VALUE, "EUR");
        Money smallest = Money.of(Long.MIN_VALUE, "EUR");
        Money cent = Money.of(1, "EUR");

        assertThatThrownBy(() -> largest.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> smallest.minus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.share(101, 100)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amounts_of_two_currencies_neither_add_nor_compare() {
        Money euros = Money.of(100, "EUR");
        Money dollars = Money.of(100, "USD");

        assertThatThrownBy(() -> euros.plus(dollars)).hasMessage("currency: USD (expected: EUR)");
        assertThatThrownBy(() -> euros.minus(dollars)).hasMessage("currency: USD (expected: EUR)");
        assertThatThrownBy(() -> euros.compareTo(dollars)).hasMessage("currency: USD (expected: EUR)");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 0",
        "3, 1, 2, 2",
        "5, 1, 2, 2",
        "-1, 1, 2, 0",
        "-3, 1, 2, -2",
        "100, 1, 3, 33",
        "200, 1, 3, 67",
        "100, 150, 100, 150"
    })
    void a_share_is_rounded_half_to_even(long minorUnits, long numerator, long denominator, long share) {
        assertThat(Money.of(minorUnits, "EUR").share(numerator, denominator)).isEqualTo(Money.of(share, "EUR"));
    }

    @Test
    void a_share_of_the_largest_amount_is_exact_in_between() {
        assertThat(Money.of(Long.MAX_VALUE, "EUR").share(Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(Money.of(Long.MAX_VALUE, "EUR"));
    }

    @Test
    void amounts_order_by_value_within_a_currency() {
        assertThat(Money.of(1, "EUR")).isLessThan(Money.of(2, "EUR"));
        assertThat(Money.of(2, "EUR").minus(Money.of(2, "EUR")).isZero()).isTrue();
        assertThat(Money.of(0, "EUR").isPositive()).isFalse();
        assertThat(Money.of(-1, "EUR").isPositive()).isFalse();
    }
}
