package org.csrgrid.domain.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.Samples.pledge;

import java.math.BigDecimal;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.donation.DonationLife;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;

class MatchRulesTest {

    private static final MatchProgramme PROGRAMME =
            new MatchProgramme(9, 70, 2026, 50, euros(100_000), euros(10_000_000), 1);

    @Test
    void a_campaign_without_matching_gets_nothing() {
        assertThat(MatchRules.wanted(DonationLife.captured(1_000).donation(), Matching.OFF, PROGRAMME))
                .isEqualTo(euros(0));
    }

    @Test
    void the_programmes_rate_holds_unless_the_campaign_has_its_own() {
        var donation = DonationLife.captured(1_001).donation();

        assertThat(MatchRules.wanted(donation, new Matching(true, 0, 0), PROGRAMME))
                .isEqualTo(euros(500));
        assertThat(MatchRules.wanted(donation, new Matching(true, 200, 0), PROGRAMME))
                .isEqualTo(euros(2_002));
    }

    @Test
    void a_match_is_in_the_campaigns_currency() {
        var donation = DonationLife.of(pledge(Money.of(1_000, "USD"), euros(900), new BigDecimal("0.9")))
                .capture()
                .donation();

        assertThat(MatchRules.wanted(donation, new Matching(true, 0, 0), PROGRAMME))
                .isEqualTo(euros(450));
    }

    @Test
    void a_refund_takes_the_match_back_in_proportion_to_all_that_was_refunded_so_far() {
        DonationLife life = DonationLife.captured(1_000).postMatch(euros(101), Money.of(11, "USD"));
        assertThat(MatchRules.reversalDue(life.donation())).isEmpty();

        life.refund(euros(500));
        assertThat(MatchRules.reversalDue(life.donation()))
                .contains(new MatchRules.Reversal(euros(50), Money.of(6, "USD")));

        life.reverseMatch();
        assertThat(MatchRules.reversalDue(life.donation())).isEmpty();

        life.refund(euros(500));
        assertThat(MatchRules.reversalDue(life.donation()))
                .contains(new MatchRules.Reversal(euros(51), Money.of(5, "USD")));
    }

    @Test
    void without_a_match_there_is_nothing_to_take_back() {
        assertThat(MatchRules.reversalDue(
                        DonationLife.captured(1_000).refund(euros(1_000)).donation()))
                .isEmpty();
    }

    @Test
    void a_programme_counts_its_caps_in_one_currency() {
        assertThatThrownBy(() -> new MatchProgramme(9, 70, 2026, 50, Money.of(1, "USD"), euros(1), 1))
                .hasMessageContaining("budget");
        assertThatThrownBy(() -> new MatchProgramme(9, 70, 2026, 0, euros(1), euros(1), 1))
                .hasMessage("ratePercent: 0 (expected: 1..1000)");
    }
}
