package org.csrgrid.gridnode.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.creation.Creation;
import org.csrgrid.grid.creation.CreationGrid;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations of idempotency keys on real members over a real database. */
class CreationsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private TestGrid grid;

    @BeforeEach
    void start() {
        grid = TestGrid.start(1);
    }

    @AfterEach
    void stop() {
        grid.close();
    }

    @Test
    void a_key_stays_taken_when_every_member_has_died_at_once() {
        var first = new Creation(1, 8, "k", "a", NOW);
        new CreationGrid(grid.grid()).reserve(first);

        grid.crashAndRestart();

        var creations = new CreationGrid(grid.grid());
        assertThat(creations.reserve(new Creation(2, 8, "k", "b", NOW.plusSeconds(1))))
                .isEqualTo(first);
        assertThat(creations.find(8, "k")).contains(first);
    }

    /** A member that was cut off may write after another has taken over and found nothing; the row that is there decides. */
    @Test
    void the_row_in_the_database_wins_over_a_reservation_made_without_knowing_it() {
        var first = new Creation(1, 8, "late", "a", NOW);
        var creations = new CreationGrid(grid.grid());
        creations.reserve(first);
        grid.grid().getMap(GridMaps.CREATIONS).evictAll();

        assertThat(creations.reserve(new Creation(2, 8, "late", "a", NOW))).isEqualTo(first);
    }
}
