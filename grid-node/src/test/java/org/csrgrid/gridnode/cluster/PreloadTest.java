package org.csrgrid.gridnode.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.gridnode.GridNode;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is held whole is there whole, also after a restart and the death of a member that loaded a part of it. */
class PreloadTest {

    private static final int CAMPAIGNS = 60;

    private final TestGrid grid = TestGrid.start(1);

    @AfterEach
    void stop() {
        grid.close();
    }

    @Test
    void what_was_loaded_at_the_start_survives_the_death_of_a_member() {
        Stream.generate(() -> grid.campaign(false)).limit(CAMPAIGNS).forEach(_ -> {});
        grid.crashAndRestart();
        GridNode second = grid.startMember();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> grid.grid().getPartitionService().isClusterSafe());

        second.grid().getLifecycleService().terminate();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> grid.grid().getCluster().getMembers().size() == 1);
        assertThat(List.of(size(GridMaps.CAMPAIGNS), size(GridMaps.CAMPAIGN_TOTALS)))
                .containsOnly(CAMPAIGNS);
    }

    /** As when the members of a protected cluster begin together: they load when each has a backup already. */
    @Test
    void what_was_loaded_when_there_were_backups_survives_the_death_of_a_member() {
        GridNode second = grid.startMember();
        Stream.generate(() -> grid.campaign(false)).limit(CAMPAIGNS).forEach(_ -> {});
        WriteBehindDrain.drain(grid.grid(), Duration.ofSeconds(10));
        WriteBehindDrain.drain(second.grid(), Duration.ofSeconds(10));
        Preload.MAPS.forEach(map -> grid.grid().getMap(map).evictAll());
        assertThat(size(GridMaps.CAMPAIGNS)).isZero();
        grid.preload();
        assertThat(size(GridMaps.CAMPAIGNS)).isEqualTo(CAMPAIGNS);

        second.grid().getLifecycleService().terminate();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> grid.grid().getCluster().getMembers().size() == 1);
        assertThat(List.of(size(GridMaps.CAMPAIGNS), size(GridMaps.CAMPAIGN_TOTALS)))
                .containsOnly(CAMPAIGNS);
    }

    private int size(String map) {
        return grid.grid().getMap(map).size();
    }
}
