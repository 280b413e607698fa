package org.csrgrid.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "10.00, EUR, 1000, 10.00",
        "10.5, EUR, 1050, 10.50",
        "10.5000, EUR, 1050, 10.50",
        "1002, JPY, 1002, 1002",
        "1.234, KWD, 1234, 1.234",
        "999999999999.99, EUR, 99999999999999, 999999999999.99"
    })
    void a_decimal_becomes_minor_units_of_its_currency_and_back(
            String decimal, String currency, long minorUnits, String canonical) {
        Money money = Money.parse(decimal, Money.currency(currency));

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money.toDecimal()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"1.001, EUR", "1.5, JPY", "1., EUR", ".5, EUR", "+1, EUR", "1 000, EUR", "1000000000000, EUR"})
    void what_does_not_fit_the_currency_is_refused(String decimal, String currency) {
        assertThatThrownBy(() -> Money.parse(decimal, Money.currency(currency)))
                .isInstanceOf(InvalidMoneyException.class);
    }

    @ParameterizedTest
    @CsvSource({"10.02, EUR, DECLINES", "1002, JPY, DECLINES", "1.009, KWD, FAILS_REFUNDS", "10.20, EUR, SUCCEEDS"})
    void the_last_two_minor_digits_choose_the_behaviour(String decimal, String currency, Behaviour behaviour) {
        assertThat(Behaviour.of(Money.parse(decimal, Money.currency(currency)))).isEqualTo(behaviour);
    }
}
