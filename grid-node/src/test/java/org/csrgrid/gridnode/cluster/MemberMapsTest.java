package org.csrgrid.gridnode.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig.InitialLoadMode;
import com.hazelcast.config.QueueConfig;
import java.util.List;
import org.csrgrid.config.grid.SplitBrainProtection;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running member really has, read back from it. */
class MemberMapsTest {

    private static final List<String> STORED = List.of(
            GridMaps.CAMPAIGNS,
            GridMaps.CAMPAIGN_TOTALS,
            GridMaps.CREATIONS,
            GridMaps.DONATIONS,
            GridMaps.LEDGER,
            GridMaps.PAYMENT_INBOX,
            GridMaps.MATCH_PROGRAMMES,
            GridMaps.MATCH_ALLOWANCES,
            GridMaps.JOBS,
            GridMaps.JOB_CHANNELS,
            GridMaps.SESSIONS,
            GridMaps.USERS,
            GridMaps.ORGANIZATIONS,
            GridMaps.EXCHANGE_RATES);

    private static TestGrid grid;

    @BeforeAll
    static void start() {
        grid = TestGrid.start(1);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void every_map_has_a_store_a_majority_guard_and_our_merge_policy() {
        assertThat(STORED).allSatisfy(name -> {
            MapConfig map = map(name);
            assertThat(map.getMapStoreConfig().isEnabled()).isTrue();
            assertThat(map.getMapStoreConfig().isOffload()).isEqualTo(!name.equals(GridMaps.JOBS));
            assertThat(map.getSplitBrainProtectionName()).isEqualTo(SplitBrainProtection.MAJORITY);
            assertThat(map.getMergePolicyConfig().getPolicy()).isEqualTo(LaterVersionWins.class.getName());
            assertThat(map.getInMemoryFormat()).isEqualTo(InMemoryFormat.OBJECT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GridMaps.SESSIONS,
                GridMaps.LEDGER,
                GridMaps.PAYMENT_INBOX,
                GridMaps.CREATIONS,
                GridMaps.CAMPAIGNS,
                GridMaps.USERS
            })
    void money_facts_and_edits_are_written_through(String name) {
        assertThat(map(name).getMapStoreConfig().getWriteDelaySeconds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {GridMaps.DONATIONS, GridMaps.CAMPAIGN_TOTALS, GridMaps.JOBS})
    void everything_else_is_written_behind_in_coalesced_batches_and_drained_at_the_end(String name) {
        var store = map(name).getMapStoreConfig();
        assertThat(store.getWriteDelaySeconds()).isEqualTo(1);
        assertThat(store.getWriteBatchSize()).isEqualTo(500);
        assertThat(store.isWriteCoalescing()).isTrue();
        assertThat(map(name).getBackupCount()).isEqualTo(1);
        assertThat(WriteBehindDrain.MAPS).contains(name);
    }

    @Test
    void what_browsing_and_workers_need_is_in_memory_after_the_start() {
        Campaign campaign = grid.campaign(false);
        grid.crashAndRestart();
        assertThat(grid.grid().getMap(GridMaps.CAMPAIGNS).size()).isEqualTo(1);
        assertThat(grid.grid().<Long, Campaign>getMap(GridMaps.CAMPAIGNS).values())
                .extracting(Campaign::id)
                .containsExactly(campaign.id());
        assertThat(grid.grid().getMap(GridMaps.CAMPAIGN_TOTALS).size()).isEqualTo(1);
        assertThat(map(GridMaps.CAMPAIGNS).getMapStoreConfig().getInitialLoadMode())
                .isEqualTo(InitialLoadMode.LAZY);
    }

    @Test
    void locks_are_backed_up_and_refused_to_a_minority() {
        assertThat(map(GridMaps.LOCKS).getBackupCount()).isEqualTo(1);
        assertThat(map(GridMaps.LOCKS).getSplitBrainProtectionName()).isEqualTo(SplitBrainProtection.MAJORITY);
        assertThat(map(GridMaps.LOCKS).getMergePolicyConfig().getPolicy()).isEqualTo(LaterVersionWins.class.getName());
    }

    @Test
    void signals_are_bounded_and_not_backed_up() {
        QueueConfig queue = config().findQueueConfig(GridMaps.JOB_SIGNALS + "payments.0");
        assertThat(queue.getBackupCount()).isZero();
        assertThat(queue.getMaxSize()).isEqualTo(100_000);
    }

    @Test
    void the_pools_are_larger_than_what_waits_in_them() {
        assertThat(config().getExecutorConfig("hz:scheduled").getPoolSize())
                .isGreaterThanOrEqualTo(WriteBehindDrain.MAPS.size() + 8);
        assertThat(config().getExecutorConfig("hz:map-store-offloadable").getPoolSize())
                .isEqualTo(256);
    }

    private static Config config() {
        return grid.grid().getConfig();
    }

    private static MapConfig map(String name) {
        return config().findMapConfig(name);
    }
}
