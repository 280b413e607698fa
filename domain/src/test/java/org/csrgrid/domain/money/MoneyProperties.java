package org.csrgrid.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyProperties {

    @Property
    boolean every_amount_survives_its_own_decimal_form(@ForAll long minorUnits, @ForAll Iso currency) {
        var money = new Money(minorUnits, Currency.getInstance(currency.name()));
        return Money.parse(money.toDecimal(), money.currency()).equals(money);
    }

    @Property
    void parts_of_a_whole_differ_from_the_exact_share_by_at_most_half_a_minor_unit(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long minorUnits,
            @ForAll @IntRange(max = 100) int percent) {
        long share = Money.of(minorUnits, "EUR").share(percent, 100).minorUnits();

        assertThat(Math.abs(share * 100 - minorUnits * percent)).isLessThanOrEqualTo(50);
    }

    enum Iso {
        EUR,
        JPY,
        KWD
    }
}
