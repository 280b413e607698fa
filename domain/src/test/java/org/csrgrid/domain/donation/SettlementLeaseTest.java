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
