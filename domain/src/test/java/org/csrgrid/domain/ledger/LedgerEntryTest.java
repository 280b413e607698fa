package org.csrgrid.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.Samples.pledge;

import java.math.BigDecimal;
import org.csrgrid.domain.donation.DonationLife;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    @Test
    void an_amount_is_never_negative() {
        assertThatThrownBy(() -> pledge(euros(-1))).hasMessage("amount: -0.01 EUR (expected: >= 0)");
    }

    @Test
    void within_one_currency_both_amounts_are_equal_at_rate_one() {
        assertThatThrownBy(() -> pledge(euros(100), euros(99), BigDecimal.ONE))
                .hasMessageContaining("expected: 1 within EUR");
        assertThatThrownBy(() -> pledge(euros(100), euros(100), BigDecimal.TWO))
                .hasMessageContaining("expected: 1 within EUR");
    }

    @Test
    void the_rate_of_the_pledge_is_frozen_on_every_entry_in_the_donors_currency() {
        DonationLife life = DonationLife.of(pledge(Money.of(1_000, "USD"), euros(901), new BigDecimal("0.901")))
                .capture();

        assertThat(life.last().frozenRate().convert(life.last().amount())).isEqualTo(euros(901));
        assertThat(life.postMatch(euros(10), euros(10)).last().exchangeRate()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void a_draft_takes_the_next_place_and_guards_it() {
        LedgerEntry entry = DonationLife.captured(5_000).entry(LedgerKind.DISPUTED);

        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.guard()).isEqualTo("disputed:1:2");
    }

    @Test
    void match_details_are_on_match_entries_only() {
        DonationLife life = DonationLife.captured(5_000);
        var details = new MatchDetails(9, euros(1));

        assertThatThrownBy(() -> life.draft().of(LedgerKind.MATCH_POSTED).build())
                .hasMessage("match: null on MATCH_POSTED");
        assertThatThrownBy(() ->
                        life.draft().of(LedgerKind.REFUNDED).matching(details).build())
                .hasMessageEndingWith("on REFUNDED");
    }
}
