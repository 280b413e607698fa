package org.csrgrid.bench.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code csr chaos jobs}. The seed is printed; set {@code csr.chaos.seed} to repeat one. */
@Timeout(300)
class DeliveryProofTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path scratch;

    @Test
    void every_accepted_job_is_done_and_no_fenced_effect_happens_twice_whatever_happens_to_members() {
        long seed = Long.getLong("csr.chaos.seed", ThreadLocalRandom.current().nextLong());
        try (DeliveryRun run = new DeliveryRun(scratch, 3, 20, seed, System.out::println)) {
            Findings findings = run.suffer(List.of(Blow.KILLED, Blow.FROZEN, Blow.STOPPED));
            findings.print(System.out::println);

            assertThat(findings.wrongs()).isEmpty();
            assertThat(findings.accepted()).isPositive();
            assertThat(findings.postings()).isEqualTo(findings.accepted());
            assertThat(findings.deliveries()).isGreaterThanOrEqualTo(findings.accepted());
        }
    }
}
