package org.csrgrid.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code csr chaos}: real processes under load, one fault each, and afterwards every promise kept and the books in order. The seed is
 * printed; set {@code csr.chaos.seed} to repeat one.
 */
@Timeout(300)
class FaultsTest {

    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path scratch;

    @Test
    void killing_the_owner_of_the_hot_campaign_twice_loses_nothing_and_counts_nothing_twice() {
        assertThat(after(3, new Faults.HotOwnerKilled(), new Faults.HotOwnerKilled()))
                .isEmpty();
    }

    @Test
    void killing_two_of_three_members_at_once_loses_nothing_and_the_cluster_comes_back_by_itself() {
        assertThat(after(3, new Faults.TwoMembersKilled())).isEmpty();
    }

    @Test
    void killing_every_node_at_once_loses_nothing_and_counts_nothing_twice() {
        assertThat(after(3, new Faults.EverythingKilled())).isEmpty();
    }

    @Test
    void without_the_database_browsing_goes_on_money_is_refused_and_all_drains_afterwards() {
        assertThat(after(1, new Faults.DatabaseAway(false, OUTAGE), new Faults.DatabaseAway(true, OUTAGE)))
                .isEmpty();
    }

    @Test
    void stopping_a_member_and_then_everything_in_order_loses_nothing() {
        assertThat(after(2, new Faults.MemberStopped(), new Faults.EverythingStopped()))
                .isEmpty();
    }

    @Test
    void webhooks_that_come_twice_late_and_again_count_once() {
        assertThat(after(1, new Faults.WebhooksInDisorder(OUTAGE))).isEmpty();
    }

    private List<String> after(int members, Fault... faults) {
        long seed = Long.getLong("csr.chaos.seed", ThreadLocalRandom.current().nextLong());
        try (ChaosRun run = new ChaosRun(scratch, members, 1, seed, System.out::println)) {
            return run.suffer(List.of(faults));
        }
    }
}
