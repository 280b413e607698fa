package org.csrgrid.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.csrgrid.bench.world.World;
import org.csrgrid.bench.world.WorldOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code csr bench fuzz}. The seed is printed; set {@code csr.fuzz.seed} to repeat one, {@code csr.fuzz.requests} for more. */
@Timeout(600)
class FuzzTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path scratch;

    @Test
    void Asvs_2_2_and_16_5_two_thousand_wrong_requests_break_nothing_tell_nothing_and_change_nothing() {
        long seed = Long.getLong("csr.fuzz.seed", ThreadLocalRandom.current().nextLong());
        int requests = Integer.getInteger("csr.fuzz.requests", 2_000);
        try (World world = World.start(scratch.resolve("data"), WorldOptions.small(1, 1), _ -> {})) {
            assertThat(new Fuzzing(world, seed, System.out).run(requests))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void the_same_seed_makes_the_same_requests_and_they_reach_every_operation() {
        Contract contract = Contract.read();
        var one = new Maker(contract, new Random(7), List.of(""), List.of("1"));
        var other = new Maker(contract, new Random(7), List.of(""), List.of("1"));

        for (int i = 0; i < 500; i++) {
            assertThat(one.next()).isEqualTo(other.next());
        }
        assertThat(contract.operations()).hasSizeGreaterThan(40);
    }
}
