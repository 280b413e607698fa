package org.csrgrid.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRateTest {

    @ParameterizedTest
    @CsvSource({
        "USD, EUR, 0.9, 1000, 900",
        "USD, EUR, 0.5, 1, 0",
        "USD, EUR, 0.5, 3, 2",
        "USD, EUR, 0.5, 5, 2",
        "JPY, EUR, 0.0061, 500, 305",
        "EUR, JPY, 163.5, 100, 164",
        "EUR, JPY, 162.5, 100, 162",
        "KWD, EUR, 3.01, 1234, 371",
        "EUR, KWD, 0.3333, 100, 333",
        "JPY, KWD, 0.002, 1, 2"
    })
    void a_conversion_is_rounded_half_to_even_to_the_target_currency(
            String from, String to, BigDecimal rate, long minorUnits, long converted) {
        var exchange = new ExchangeRate(Currency.getInstance(from), Currency.getInstance(to), rate);

        assertThat(exchange.convert(Money.of(minorUnits, from))).isEqualTo(Money.of(converted, to));
    }

    @Test
    void within_one_currency_nothing_changes() {
        Money largest = Money.of(Long.MAX_VALUE, "EUR");

        assertThat(ExchangeRate.identity(largest.currency()).convert(largest)).isEqualTo(largest);
    }

    @Test
    void within_one_currency_no_rate_but_one_is_possible() {
        Currency euro = Currency.getInstance("EUR");

        assertThatThrownBy(() -> new ExchangeRate(euro, euro, new BigDecimal("1.01")))
                .hasMessage("rate: 1.01 (expected: 1 within EUR)");
        assertThat(new ExchangeRate(euro, euro, new BigDecimal("1.00")).rate()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.5"})
    void a_rate_is_positive(BigDecimal rate) {
        assertThatThrownBy(() -> new ExchangeRate(Currency.getInstance("EUR"), Currency.getInstance("USD"), rate))
                .hasMessageContaining("expected: > 0");
    }

    @Test
    void an_amount_of_another_currency_is_not_converted() {
        var rate = new ExchangeRate(Currency.getInstance("EUR"), Currency.getInstance("USD"), BigDecimal.TWO);

        assertThatThrownBy(() -> rate.convert(Money.of(1, "GBP"))).hasMessage("currency: GBP (expected: EUR)");
    }

    @Test
    void a_conversion_that_does_not_fit_throws() {
        var rate = new ExchangeRate(Currency.getInstance("EUR"), Currency.getInstance("USD"), BigDecimal.TWO);

        assertThatThrownBy(() -> rate.convert(Money.of(Long.MAX_VALUE, "EUR"))).isInstanceOf(ArithmeticException.class);
    }
}
