package org.csrgrid.grid.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.cache.store.GridCacheMaps;
import org.csrgrid.grid.cache.store.GridStore;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a cache when its grid changes, loses data, is full or is gone. */
class GridCacheFaultsTest {

    private static final int MOST = 1_000;

    private final TestCluster cluster = TestCluster.of(2, config -> {
        GridCacheMaps.addShared(config);
        GridCacheMaps.addLayer(config, "*", MOST, 0);
    });
    private final ManualTime time = new ManualTime();

    @AfterEach
    void close() {
        cluster.close();
    }

    /** Marks travel when their partition moves to a new member. */
    @Test
    void invalidations_survive_the_death_of_a_member_and_the_coming_of_another() {
        CacheLayer<String> layer = layer(cluster.client());
        layer.put("k", "old", "t");
        layer.removeTag("t");
        cluster.kill(cluster.member(0));
        cluster.awaitSafe();
        cluster.addMember();
        cluster.awaitSafe();

        CacheLayer<String> other = layer(cluster.client());
        assertThat(other.peek("k")).isEmpty();
        assertThat(other.get("k", new Origin("new"))).contains("new");
    }

    @Test
    void what_a_dead_member_had_is_loaded_again() {
        CacheLayer<String> layer = layer(cluster.client());
        for (int i = 0; i < 50; i++) {
            layer.get("k" + i, new Origin("a"));
        }
        cluster.kill(cluster.member(0));
        time.pass(Duration.ofSeconds(10));

        for (int i = 0; i < 50; i++) {
            assertThat(layer.get("k" + i, new Origin("b"))).isPresent();
        }
    }

    @Test
    void more_keys_than_there_is_room_for_do_not_fill_the_members() {
        CacheLayer<String> layer = layer(cluster.client());
        for (int i = 0; i < 10_000; i++) {
            layer.put("k" + i, "value");
        }

        assertThat(cluster.member(0).getMap(GridCacheMaps.LAYERS + "layer").size())
                .isPositive()
                .isLessThan(3 * MOST);
    }

    @Test
    void without_the_grid_each_process_loads_for_itself_and_keeps_it_near_while_invalidating_fails() {
        CacheLayer<String> layer = layer(cluster.client());
        layer.get("known", new Origin("a"));
        cluster.close();
        time.pass(Duration.ofSeconds(10));
        Origin origin = new Origin("b");

        assertThat(layer.get("k", origin)).contains("b");
        assertThat(layer.get("k", origin)).contains("b");
        assertThat(origin.calls).hasValue(1);
        assertThat(layer.statistics().storeFailures()).isPositive();
        assertThatThrownBy(() -> layer.remove("k")).isInstanceOf(CacheStoreException.class);
    }

    private CacheLayer<String> layer(HazelcastInstance client) {
        var environment = new CacheEnvironment(time, System::nanoTime, () -> 0);
        return new Caches(new GridStore(client, Duration.ofSeconds(2)), environment)
                .layer(LayerOptions.of("layer", Duration.ofMinutes(10)), Codec.TEXT);
    }
}
