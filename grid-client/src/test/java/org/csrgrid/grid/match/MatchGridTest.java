package org.csrgrid.grid.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.euros;

import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatchGridTest {

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.of(2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** A hundred donations want 70 each of a cap of 1,000, all at once and through all members. */
    @Test
    void concurrent_holds_never_grant_more_than_the_cap() throws Exception {
        var cap = new AllowanceKey(AllowanceKey.Kind.PROGRAMME, 9, 0);
        List<MatchGrid> grids = List.of(new MatchGrid(cluster.member(0)), new MatchGrid(cluster.member(1)));
        long granted = 0;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> answers = LongStream.rangeClosed(1, 100)
                    .mapToObj(donation ->
                            threads.submit(() -> grids.get((int) donation % 2).hold(cap, donation, 70, 1_000)))
                    .toList();
            for (Future<Long> answer : answers) {
                granted += answer.get();
            }
        }

        assertThat(granted).isEqualTo(1_000);
    }

    @Test
    void what_was_held_becomes_used_or_free_again() {
        var grid = new MatchGrid(cluster.client());
        var cap = new AllowanceKey(AllowanceKey.Kind.EMPLOYEE, 9, 800);

        assertThat(grid.hold(cap, 1, 700, 1_000)).isEqualTo(700);
        grid.count(cap, new CountMatch(1, 11, 700));
        grid.forget(cap, new ForgetMatches(Set.of(11L)));
        assertThat(grid.hold(cap, 2, 700, 1_000)).isEqualTo(300);
        grid.release(cap, 2);

        assertThat(grid.hold(cap, 3, 100, 1_000)).isEqualTo(100);
    }

    @Test
    void a_programme_is_found_by_organization_and_year() {
        HazelcastInstance client = cluster.client();
        var programme = new MatchProgramme(9, 70, 2026, 50, euros(1_000), euros(100_000), 1);
        client.getMap(GridMaps.MATCH_PROGRAMMES).set(new ProgrammeKey(70, 2026), programme);

        assertThat(new MatchGrid(client).programme(70, 2026)).contains(programme);
        assertThat(new MatchGrid(client).programme(70, 2027)).isEmpty();
    }
}
