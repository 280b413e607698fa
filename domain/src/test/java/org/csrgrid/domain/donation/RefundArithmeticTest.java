package org.csrgrid.domain.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.Samples.pledge;

import java.math.BigDecimal;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;

class RefundArithmeticTest {

    /** 10.00 USD that are 9.01 EUR to the campaign. */
    private static final LedgerEntry DOLLARS = pledge(Money.of(1_000, "USD"), euros(901), new BigDecimal("0.901"));

    private static final Money THIRD = Money.of(333, "USD");

    @Test
    void within_one_currency_the_campaign_gives_back_what_the_donor_gets() {
        assertThat(DonationLife.captured(1_000).donation().campaignShareOf(euros(333)))
                .isEqualTo(euros(333));
    }

    @Test
    void shares_in_the_campaigns_currency_are_of_the_sum_so_far_and_the_last_one_takes_the_rest() {
        DonationLife life = DonationLife.of(DOLLARS).capture();

        assertThat(life.donation().campaignShareOf(THIRD)).isEqualTo(euros(300));
        assertThat(life.refund(THIRD).donation().campaignShareOf(THIRD)).isEqualTo(euros(300));
        assertThat(life.refund(THIRD).donation().campaignShareOf(THIRD)).isEqualTo(euros(300));
        assertThat(life.refund(THIRD).donation().campaignShareOf(Money.of(1, "USD")))
                .isEqualTo(euros(1));
        assertThat(life.refund(Money.of(1, "USD")).donation().campaignRefunded())
                .isEqualTo(euros(901));
    }
}
