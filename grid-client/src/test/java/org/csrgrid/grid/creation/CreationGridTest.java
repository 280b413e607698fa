package org.csrgrid.grid.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CreationGridTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.of(2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_key_stands_for_what_it_was_first_used_for() {
        var creations = new CreationGrid(cluster.client());
        var first = new Creation(1, 8, "k", "a", NOW);

        assertThat(creations.find(8, "k")).isEmpty();
        assertThat(creations.reserve(first)).isEqualTo(first);
        assertThat(creations.reserve(new Creation(2, 8, "k", "b", NOW.plusSeconds(1))))
                .isEqualTo(first);

        assertThat(creations.find(8, "k")).contains(first);
        assertThat(creations.find(9, "k")).isEmpty();
    }

    /** A hundred requests want the same key at once and through all members. */
    @Test
    void of_many_at_once_one_gets_the_key_and_all_learn_who() throws Exception {
        List<CreationGrid> grids = List.of(new CreationGrid(cluster.member(0)), new CreationGrid(cluster.member(1)));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Creation>> answers = LongStream.rangeClosed(1, 100)
                    .mapToObj(id -> threads.submit(
                            () -> grids.get((int) id % 2).reserve(new Creation(id, 8, "race", "a", NOW))))
                    .toList();
            Creation winner = answers.getFirst().get();

            assertThat(answers).extracting(Future::get).containsOnly(winner);
        }
    }
}
