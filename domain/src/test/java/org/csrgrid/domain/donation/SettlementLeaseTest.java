package org.csrgrid.domain.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;
import static org.csrgrid.domain.Samples.euros;

import java.time.Instant;
import org.csrgrid.domain.ledger.LedgerKind;
import org.junit.jupiter.api.Test;

class SettlementLeaseTest {

    private static final Instant UNTIL = NOW.plusSeconds(30);

    @Test
    void nobody_else_gets_the_lease_while_it_is_held() {
        Donation leased = leased(DonationLife.captured(5_000).donation(), NOW);

        assertThat(leased.lease(UNTIL.minusNanos(1), UNTIL.plusSeconds(30))).isEmpty();
        assertThat(leased.lease(UNTIL, UNTIL.plusSeconds(30))).isPresent();
    }

    @Test
    void a_later_holder_has_a_larger_token_and_the_earlier_one_is_fenced_off() {
        Donation first = leased(DonationLife.captured(5_000).donation(), NOW);
        Donation second = leased(first, UNTIL);

        assertThat(first.isHeldBy(token(first))).isTrue();
        assertThat(token(second)).isGreaterThan(token(first));
        assertThat(second.isHeldBy(token(first))).isFalse();
        assertThat(second.isHeldBy(token(second))).isTrue();
    }

    @Test
    void tokens_grow_also_after_the_latest_ones_were_forgotten() {
        Donation captured = DonationLife.captured(5_000).donation();
        Donation first = leased(captured, NOW);
        Donation again = leased(captured, NOW.plusMillis(1));

        assertThat(token(again)).isGreaterThan(token(first));
    }

    @Test
    void a_result_replaces_what_came_before_it_and_nothing_later() {
        Donation captured = DonationLife.captured(5_000).donation();
        Donation first = leased(captured, NOW);
        Donation result = first.settled(NOW);

        assertThat(result.mayReplace(first, token(first))).isTrue();
        assertThat(result.mayReplace(captured, token(first))).isTrue();
        assertThat(result.mayReplace(result, token(first))).isFalse();
        assertThat(result.mayReplace(leased(first, UNTIL), token(first))).isFalse();
    }

    @Test
    void a_copy_that_is_older_than_its_row_becomes_the_row() {
        Donation row = DonationLife.captured(5_000).donation();
        Donation older = DonationLife.pledged(5_000).donation();

        assertThat(older.reconciledWith(row, NOW)).contains(row);
        assertThat(row.reconciledWith(row, NOW)).isEmpty();
        assertThat(row.reconciledWith(older, NOW)).isEmpty();
    }

    @Test
    void a_lease_the_row_knows_nothing_of_keeps_the_copy_as_it_is() {
        Donation copy = leased(DonationLife.pledged(5_000).donation(), NOW);
        Donation rowOfThatLease =
                leased(DonationLife.captured(5_000).donation(), NOW).settled(NOW);
        Donation rowOfNone =
                DonationLife.captured(5_000).requestRefund(euros(1)).donation();

        assertThat(copy.reconciledWith(rowOfThatLease, NOW)).contains(rowOfThatLease);
        assertThat(copy.reconciledWith(rowOfNone, NOW)).isEmpty();
        assertThat(copy.reconciledWith(rowOfNone, UNTIL)).contains(rowOfNone);
    }

    @Test
    void a_row_of_a_later_version_that_knows_less_of_the_ledger_is_outranked() {
        Donation copy = DonationLife.captured(5_000).donation();
        Donation row =
                leased(leased(leased(DonationLife.pledged(5_000).donation(), NOW), UNTIL), UNTIL.plusSeconds(30));

        Donation kept = copy.reconciledWith(row, UNTIL).orElseThrow();

        assertThat(kept.version()).isEqualTo(row.version() + 1);
        assertThat(kept.status()).isEqualTo(DonationStatus.COMPLETED);
    }

    @Test
    void a_lease_given_back_is_gone_and_its_token_is_never_granted_again() {
        Donation leased = leased(DonationLife.captured(5_000).donation(), NOW);

        assertThat(leased.settled(NOW).isHeldBy(token(leased))).isFalse();
        assertThat(leased.released(NOW).isHeldBy(token(leased))).isFalse();
        assertThat(token(leased(leased.released(NOW), NOW))).isGreaterThan(token(leased));
    }

    @Test
    void settling_records_every_applied_entry_as_counted_and_releasing_none() {
        Donation leased = leased(DonationLife.captured(5_000).donation(), NOW);

        assertThat(leased.progress().isSettled()).isFalse();
        assertThat(leased.released(NOW).progress().isSettled()).isFalse();
        assertThat(leased.settled(NOW).progress()).isEqualTo(new Progress(1, 1, token(leased), null));
    }

    @Test
    void an_entry_that_moves_no_total_needs_no_settling_unless_an_earlier_one_waits() {
        DonationLife cancelled = DonationLife.pledged(5_000).append(LedgerKind.CANCELLED);
        DonationLife waiting = DonationLife.captured(5_000).requestRefund(euros(1_000));

        assertThat(cancelled.donation().progress().isSettled()).isTrue();
        assertThat(waiting.donation().progress().countedThrough()).isZero();
    }

    @Test
    void nothing_is_counted_beyond_what_is_applied() {
        assertThatThrownBy(() -> new Progress(1, 2, 0, null)).hasMessage("countedThrough: 2 (expected: <= 1)");
    }

    private static long token(Donation leased) {
        return leased.progress().leaseToken();
    }

    private static Donation leased(Donation donation, Instant now) {
        return donation.lease(now, now.plusSeconds(30)).orElseThrow();
    }
}
