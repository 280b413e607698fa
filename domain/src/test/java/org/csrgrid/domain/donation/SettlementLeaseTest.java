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

        assertThat(first.isHeldBy(1)).isTrue();
        assertThat(second.isHeldBy(1)).isFalse();
        assertThat(second.isHeldBy(2)).isTrue();
    }

    @Test
    void a_lease_given_back_is_gone_and_its_token_is_never_granted_again() {
        Donation leased = leased(DonationLife.captured(5_000).donation(), NOW);

        assertThat(leased.settled(NOW).isHeldBy(1)).isFalse();
        assertThat(leased.released(NOW).isHeldBy(1)).isFalse();
        assertThat(leased(leased.released(NOW), NOW).isHeldBy(2)).isTrue();
    }

    @Test
    void settling_records_every_applied_entry_as_counted_and_releasing_none() {
        Donation leased = leased(DonationLife.captured(5_000).donation(), NOW);

        assertThat(leased.progress().isSettled()).isFalse();
        assertThat(leased.released(NOW).progress().isSettled()).isFalse();
        assertThat(leased.settled(NOW).progress()).isEqualTo(new Progress(1, 1, 1, null));
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

    private static Donation leased(Donation donation, Instant now) {
        return donation.lease(now, now.plusSeconds(30)).orElseThrow();
    }
}
