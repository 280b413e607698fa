package org.csrgrid.grid.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.LATER;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.capture;
import static org.csrgrid.grid.Samples.pledge;

import java.util.AbstractMap.SimpleEntry;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.junit.jupiter.api.Test;

class DonationProcessorsTest {

    private static final DonationKey KEY = new DonationKey(7, 1);
    private static final Donation PLEDGED = Donation.pledged(pledge(7, 1, 5_000));

    @Test
    void one_worker_at_a_time_moves_a_donation() {
        Map.Entry<DonationKey, Donation> entry = new SimpleEntry<>(KEY, PLEDGED);
        var begin = new BeginSettlement(NOW, LATER);

        assertThat(begin.process(entry)).isEqualTo(new LeaseOutcome.Granted(entry.getValue()));
        assertThat(entry.getValue().progress().lease()).isNotNull();
        assertThat(begin.process(entry)).isEqualTo(new LeaseOutcome.Busy());
        assertThat(new BeginSettlement(LATER, LATER.plusSeconds(60)).process(entry))
                .isInstanceOf(LeaseOutcome.Granted.class);
        assertThat(begin.process(new SimpleEntry<>(KEY, null))).isEqualTo(new LeaseOutcome.DonationNotFound());
    }

    @Test
    void the_holder_writes_the_result_and_gives_the_lease_back() {
        Map.Entry<DonationKey, Donation> entry = leased();
        FinishSettlement finish = finish(entry.getValue());

        Donation settled = finish.process(entry);

        assertThat(entry.getValue()).isEqualTo(settled);
        assertThat(settled.status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(settled.progress().isSettled()).isTrue();
        assertThat(settled.progress().lease()).isNull();
    }

    @Test
    void a_worker_that_lost_its_lease_changes_nothing_and_a_repeat_writes_the_same() {
        Map.Entry<DonationKey, Donation> entry = leased();
        FinishSettlement late = finish(entry.getValue());
        new BeginSettlement(LATER, LATER.plusSeconds(60)).process(entry);
        Donation taken = entry.getValue();
        FinishSettlement finish = finish(taken);

        assertThat(late.process(entry)).isSameAs(taken);
        Donation settled = finish.process(entry);
        assertThat(finish.process(entry)).isEqualTo(settled);
        assertThat(finish.process(new SimpleEntry<>(KEY, null))).isNull();
    }

    /** A backup that evicted its copy loads one from the database, where no lease is. */
    @Test
    void a_backup_whose_copy_knows_of_no_lease_ends_with_the_same_donation() {
        Map.Entry<DonationKey, Donation> owner = leased();
        Map.Entry<DonationKey, Donation> backup = new SimpleEntry<>(KEY, PLEDGED.apply(capture(PLEDGED)));
        FinishSettlement finish = finish(owner.getValue());

        finish.process(owner);
        finish.process(backup);

        assertThat(backup.getValue()).isEqualTo(owner.getValue());
    }

    private static Map.Entry<DonationKey, Donation> leased() {
        Map.Entry<DonationKey, Donation> entry = new SimpleEntry<>(KEY, PLEDGED);
        new BeginSettlement(NOW, LATER).process(entry);
        return entry;
    }

    private static FinishSettlement finish(Donation leased) {
        return new FinishSettlement(
                leased.progress().leaseToken(), leased.apply(capture(PLEDGED)).settled(NOW));
    }
}
