package org.csrgrid.grid.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.user;

import com.hazelcast.config.IndexConfig;
import com.hazelcast.config.IndexType;
import com.hazelcast.core.HazelcastInstance;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.Test;

class UserGridTest {

    @Test
    void somebody_is_found_by_id_and_by_address_whatever_its_case() {
        try (TestCluster cluster = TestCluster.of(2, config -> config.getMapConfig(GridMaps.USERS)
                .addIndexConfig(new IndexConfig(IndexType.HASH, "email")))) {
            HazelcastInstance client = cluster.client();
            client.getMap(GridMaps.USERS).set(1L, user(1, "ada@example.org"));
            client.getMap(GridMaps.USERS).set(2L, user(2, "grace@example.org"));
            var users = new UserGrid(client);

            assertThat(users.find(1)).contains(user(1, "ada@example.org"));
            assertThat(users.findByEmail("Grace@Example.org")).contains(user(2, "grace@example.org"));
            assertThat(users.findByEmail("nobody@example.org")).isEmpty();
            assertThat(users.find(3)).isEmpty();
        }
    }
}
