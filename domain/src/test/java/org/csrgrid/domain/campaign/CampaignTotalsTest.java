package org.csrgrid.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.euros;

import java.util.List;
import java.util.Set;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignTotalsTest {

    private static final CampaignTotals NONE = CampaignTotals.none(7, euros(0).currency());

    @Test
    void raised_is_captured_less_refunds_and_lost_disputes_plus_what_is_left_of_the_matches() {
        CampaignTotals totals = NONE.count(List.of(
                new TotalsEntry(1, LedgerKind.CAPTURED, 10_000),
                new TotalsEntry(2, LedgerKind.CAPTURED, 5_000),
                new TotalsEntry(3, LedgerKind.REFUNDED, 1_000),
                new TotalsEntry(4, LedgerKind.DISPUTE_LOST, 2_000),
                new TotalsEntry(5, LedgerKind.MATCH_POSTED, 700),
                new TotalsEntry(6, LedgerKind.MATCH_REVERSED, 300)));

        assertThat(totals.raised()).isEqualTo(euros(12_400));
        assertThat(totals.donations()).isEqualTo(2);
        assertThat(totals.version()).isEqualTo(6);
    }

    @Test
    void an_entry_counts_once_however_often_it_is_brought() {
        var entry = new TotalsEntry(1, LedgerKind.CAPTURED, 10_000);

        CampaignTotals totals = NONE.count(List.of(entry, entry)).count(List.of(entry));

        assertThat(totals.captured()).isEqualTo(10_000);
        assertThat(totals.version()).isEqualTo(1);
    }

    @Test
    void forgetting_keeps_the_sums_and_the_other_ids() {
        CampaignTotals totals = NONE.count(List.of(
                new TotalsEntry(1, LedgerKind.CAPTURED, 10_000), new TotalsEntry(2, LedgerKind.CAPTURED, 5_000)));

        CampaignTotals forgetful = totals.forget(Set.of(1L, 99L));

        assertThat(forgetful.recent()).containsExactly(2L);
        assertThat(forgetful.raised()).isEqualTo(totals.raised());
        assertThat(forgetful.version()).isEqualTo(totals.version());
    }

    @ParameterizedTest
    @EnumSource
    void only_kinds_that_move_totals_change_them(LedgerKind kind) {
        CampaignTotals after = NONE.count(List.of(new TotalsEntry(1, kind, 100)));

        boolean moves = Set.of(
                        LedgerKind.CAPTURED,
                        LedgerKind.REFUNDED,
                        LedgerKind.DISPUTE_LOST,
                        LedgerKind.MATCH_POSTED,
                        LedgerKind.MATCH_REVERSED)
                .contains(kind);
        assertThat(after.equals(NONE)).isNotEqualTo(moves);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | 2_499   | ''
            0      | 2_500   | 25
            2_500  | 4_999   | ''
            2_499  | 5_000   | 25 50
            0      | 10_000  | 25 50 75 100
            10_000 | 20_000  | ''
            9_999  | 10_000  | 100
            """)
    void a_milestone_is_reached_by_the_counting_that_crosses_it(String before, String after, String milestones) {
        CampaignTotals earlier = raised(before);

        List<Integer> reached = raised(after).milestonesSince(earlier, euros(10_000));

        assertThat(reached.stream().map(String::valueOf).toList())
                .isEqualTo(milestones.isEmpty() ? List.of() : List.of(milestones.split(" ")));
    }

    @Test
    void totals_that_do_not_fit_throw_instead_of_wrapping() {
        CampaignTotals full = NONE.count(List.of(new TotalsEntry(1, LedgerKind.CAPTURED, Long.MAX_VALUE)));

        assertThatThrownBy(() -> full.count(List.of(new TotalsEntry(2, LedgerKind.CAPTURED, 1))))
                .isInstanceOf(ArithmeticException.class);
    }

    private static CampaignTotals raised(String cents) {
        Money amount = euros(Long.parseLong(cents.replace("_", "")));
        return NONE.count(List.of(new TotalsEntry(1, LedgerKind.CAPTURED, amount.minorUnits())));
    }
}
