package org.csrgrid.gridnode.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.map.IMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.gridnode.GridNode;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.gridnode.cluster.WriteBehindDrain;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DonationReconciliationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestGrid grid = TestGrid.start(1);
    private final DonationKey key = pledged();

    @AfterEach
    void stop() {
        grid.close();
    }

    @Test
    void a_copy_that_is_older_than_its_row_is_replaced_when_a_member_dies() {
        Donation completed = completed(key);
        GridNode second = grid.startMember();
        donations().set(key, pledged(completed));

        second.grid().getLifecycleService().terminate();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(grid.donation(key)).isEqualTo(completed));
    }

    @Test
    void a_change_that_got_lost_on_its_way_to_the_database_is_written_again() {
        Donation completed = completed(key);
        try (Database database = grid.openDatabase();
                MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, Clock.systemUTC());
                var later = new DonationReconciliation(
                        grid.grid(), stores.donationDao(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))) {
            database.jdbi().useHandle(handle -> handle.execute("UPDATE donation SET version = version - 1"));

            later.reconcile(later.doubtfulSince(Instant.EPOCH));

            await().atMost(PATIENCE).until(() -> stores.donationDao()
                    .byIds(List.of(key.donationId()))
                    .equals(List.of(completed)));
        }
    }

    @Test
    void a_row_that_is_written_only_after_one_look_is_taken_over_at_the_next() {
        Donation completed = completed(key);
        try (Database database = grid.openDatabase();
                MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, Clock.systemUTC());
                var reconciliation = new DonationReconciliation(grid.grid(), stores.donationDao(), Clock.systemUTC())) {
            Set<DonationKey> doubtful = reconciliation.doubtfulSince(Instant.EPOCH);
            reconciliation.reconcile(doubtful);
            donations().set(key, pledged(completed));

            reconciliation.reconcile(doubtful);

            assertThat(grid.donation(key)).isEqualTo(completed);
        }
    }

    @Test
    void a_member_that_starts_looks_as_well_since_it_may_get_what_others_have_not_looked_at_yet() {
        Donation completed = completed(key);
        donations().set(key, pledged(completed));

        try (Database database = grid.openDatabase();
                MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, Clock.systemUTC());
                var _ = new DonationReconciliation(grid.grid(), stores.donationDao(), Clock.systemUTC())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(grid.donation(key)).isEqualTo(completed));
        }
    }

    /** Payroll donations are completed at once, and no webhook changes them later. */
    private DonationKey pledged() {
        return grid.pledged(grid.campaign(false), 1, 1_000, PaymentMethod.PAYROLL);
    }

    private Donation completed(DonationKey key) {
        await().atMost(PATIENCE)
                .until(() -> grid.donation(key).status() == DonationStatus.COMPLETED
                        && grid.donation(key).progress().lease() == null);
        WriteBehindDrain.drain(grid.grid(), PATIENCE);
        return grid.donation(key);
    }

    /** The donation as a backup knew it that missed everything since. */
    private Donation pledged(Donation donation) {
        try (Database database = grid.openDatabase();
                MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, Clock.systemUTC())) {
            return Donation.pledged(
                    stores.ledgerDao().ofDonation(donation.id(), -1).getFirst());
        }
    }

    private IMap<DonationKey, Donation> donations() {
        return grid.grid().getMap(GridMaps.DONATIONS);
    }
}
