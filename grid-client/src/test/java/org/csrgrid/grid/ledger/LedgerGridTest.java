package org.csrgrid.grid.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.grid.Samples.pledge;

import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.MapStoreAdapter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a store on a member refuses, seen by a member and by a client. */
class LedgerGridTest {

    private final GuardingStore store = new GuardingStore();
    private final TestCluster cluster = TestCluster.of(2, config -> config.getMapConfig(GridMaps.LEDGER)
            .setMapStoreConfig(new MapStoreConfig().setImplementation(store)));

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void an_appended_entry_is_in_the_store_and_a_repeat_is_harmless() {
        for (LedgerGrid ledger : ledgers()) {
            assertThat(ledger.append(pledge(7, 1, 500))).isEqualTo(new AppendOutcome.Appended());
        }
        assertThat(store.byGuard.values()).containsExactly(pledge(7, 1, 500));
    }

    @Test
    void another_entry_with_the_same_guard_is_a_duplicate() {
        new LedgerGrid(cluster.member(0)).append(pledge(7, 1, 500));
        store.byGuard.put(pledge(7, 2, 500).guard(), pledge(7, 1, 500));

        for (LedgerGrid ledger : ledgers()) {
            assertThat(ledger.append(pledge(7, 2, 500))).isEqualTo(new AppendOutcome.Duplicate());
        }
    }

    @Test
    void a_database_that_is_down_is_told_as_such() {
        store.isDown = true;

        for (LedgerGrid ledger : ledgers()) {
            assertThatThrownBy(() -> ledger.append(pledge(7, 1, 500)))
                    .isInstanceOf(GridUnavailableException.class)
                    .hasMessage("the database does not answer");
        }
    }

    /** Through the owner, another member and a client. */
    private List<LedgerGrid> ledgers() {
        HazelcastInstance client = cluster.client();
        return List.of(new LedgerGrid(cluster.member(0)), new LedgerGrid(cluster.member(1)), new LedgerGrid(client));
    }

    private static final class GuardingStore extends MapStoreAdapter<Long, LedgerEntry> {

        private final Map<String, LedgerEntry> byGuard = new ConcurrentHashMap<>();
        private volatile boolean isDown;

        @Override
        public void store(Long id, LedgerEntry entry) {
            if (isDown) {
                throw new DatabaseUnavailableException("connection refused");
            }
            LedgerEntry first = byGuard.putIfAbsent(entry.guard(), entry);
            if (first != null && first.id() != entry.id()) {
                throw new DuplicateEntryException("guard: " + entry.guard());
            }
        }
    }
}
