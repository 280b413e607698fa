package org.csrgrid.grid.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.grid.Samples.LATER;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.capture;
import static org.csrgrid.grid.Samples.pledge;

import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.LedgerGapException;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.junit.jupiter.api.Test;

class DonationProcessorsTest {

    private static final DonationKey KEY = new DonationKey(7, 1);
    private static final Donation PLEDGED = Donation.pledged(pledge(7, 1, 5_000));

    @Test
    void one_worker_at_a_time_moves_a_donation() {
        Map.Entry<DonationKey, Donation> entry = new SimpleEntry<>(KEY, PLEDGED);
        var begin = new BeginSettlement(NOW, LATER);

        assertThat(begin.process(entry)).isEqualTo(new LeaseOutcome.Granted(entry.getValue()));
        assertThat(entry.getValue().isHeldBy(1)).isTrue();
        assertThat(begin.process(entry)).isEqualTo(new LeaseOutcome.Busy());
        assertThat(new BeginSettlement(LATER, LATER.plusSeconds(60)).process(entry))
                .isInstanceOf(LeaseOutcome.Granted.class);
        assertThat(begin.process(new SimpleEntry<>(KEY, null))).isEqualTo(new LeaseOutcome.DonationNotFound());
    }

    @Test
    void the_holder_writes_its_entries_and_gives_the_lease_back() {
        Map.Entry<DonationKey, Donation> entry = leased();

        Donation settled = finish(1, true, capture(PLEDGED)).process(entry);

        assertThat(entry.getValue()).isEqualTo(settled);
        assertThat(settled.status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(settled.progress().isSettled()).isTrue();
        assertThat(settled.progress().lease()).isNull();
    }

    @Test
    void what_is_not_counted_yet_stays_unsettled() {
        Donation donation = finish(1, false, capture(PLEDGED)).process(leased());

        assertThat(donation.status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(donation.progress().isSettled()).isFalse();
    }

    @Test
    void a_worker_that_lost_its_lease_and_a_repeat_change_nothing() {
        Map.Entry<DonationKey, Donation> entry = leased();
        FinishSettlement finish = finish(1, true, capture(PLEDGED));

        assertThat(finish(2, true, capture(PLEDGED)).process(entry)).isSameAs(entry.getValue());
        Donation settled = finish.process(entry);
        assertThat(finish.process(entry)).isSameAs(settled);
        assertThat(finish.process(new SimpleEntry<>(KEY, null))).isNull();
    }

    @Test
    void what_the_gateway_says_of_the_payment_is_noted() {
        var reference = new PaymentReference("sandbox", "payment-1", "https://pay.example/1");
        var finish = new FinishSettlement(1, List.of(), reference, DonationStatus.REQUIRES_ACTION, true, NOW);

        Donation donation = finish.process(leased());

        assertThat(donation.payment()).isEqualTo(reference);
        assertThat(donation.status()).isEqualTo(DonationStatus.REQUIRES_ACTION);
    }

    @Test
    void a_missing_entry_in_between_stops_everything() {
        Map.Entry<DonationKey, Donation> entry = leased();
        Donation before = entry.getValue();
        LedgerEntry dispute = new EntryDraft(PLEDGED.apply(capture(PLEDGED)), 102, LATER)
                .of(LedgerKind.DISPUTED)
                .at("sandbox", "dispute-1")
                .build();

        assertThatThrownBy(() -> finish(1, true, dispute).process(entry)).isInstanceOf(LedgerGapException.class);
        assertThat(entry.getValue()).isSameAs(before);
    }

    private static Map.Entry<DonationKey, Donation> leased() {
        Map.Entry<DonationKey, Donation> entry = new SimpleEntry<>(KEY, PLEDGED);
        new BeginSettlement(NOW, LATER).process(entry);
        return entry;
    }

    private static FinishSettlement finish(long token, boolean counted, LedgerEntry... entries) {
        return new FinishSettlement(token, List.of(entries), null, null, counted, NOW);
    }
}
