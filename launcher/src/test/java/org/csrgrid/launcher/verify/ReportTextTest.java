package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private final Findings findings = new Findings();

    private String text(String... unrest) {
        return new VerificationReport(findings.checks(), List.of(unrest), Duration.ofMillis(1_234)).toString();
    }

    @Test
    void a_clean_report_is_one_line_per_invariant_and_a_summary() {
        findings.looked(Invariant.I1, 2_000_000);
        findings.skip(Invariant.I6, "no gateway given");
        assertThat(text().lines().filter(line -> line.startsWith("I"))).hasSize(Invariant.values().length);
        assertThat(text()).containsPattern("I1 .* 2,000,000  OK\n").endsWith("No drift found (1.2 s)");
    }

    @Test
    void only_the_first_drifts_are_detailed_and_the_rest_counted() {
        for (int i = 1; i <= Check.KEPT + 3; i++) {
            findings.drift(Invariant.I2, "campaign " + i, 0, i);
        }
        assertThat(text())
                .contains("  campaign 20: 20 (expected: 0)\n  and 3 more\n")
                .doesNotContain("campaign 21")
                .endsWith("23 drifts found (1.2 s)");
    }

    @Test
    void what_was_going_on_comes_first() {
        assertThat(text("3 jobs due or running")).startsWith("Not quiet: 3 jobs due or running\n");
    }
}
