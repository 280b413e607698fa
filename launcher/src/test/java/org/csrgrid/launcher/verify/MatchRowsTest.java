package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.match.AllowanceKey;
import org.junit.jupiter.api.Test;

class MatchRowsTest {

    private static final long PROGRAMME = VerifiedProduct.PROGRAMME;

    private final Findings findings = new Findings();
    private final MatchRows matches = new MatchRows(findings);

    private void add(DonationStory story) {
        story.lines().lines().forEach(matches::add);
    }

    private static Map<Long, MatchProgramme> programme(long capPerEmployee, long budget) {
        MatchProgramme programme = new MatchProgramme(
                PROGRAMME, 7, 2026, 100, Money.of(capPerEmployee, "EUR"), Money.of(budget, "EUR"), 1);
        return Map.of(PROGRAMME, programme);
    }

    private Check check() {
        return findings.checks().get(Invariant.I4.ordinal());
    }

    @Test
    void matches_less_reversals_may_reach_the_caps() {
        add(DonationStory.captured(1, 2, Money.of(1_000, "EUR"))
                .matched(600)
                .refunded(500)
                .reversed(300));
        add(DonationStory.captured(1, 3, Money.of(1_000, "EUR")).matched(200));
        matches.checkProgrammes(programme(300, 500));
        assertThat(check().verdict()).isEqualTo(Check.Verdict.OK);
        assertThat(check().rows()).isEqualTo(3);
    }

    @Test
    void one_cent_above_each_cap_is_found() {
        add(DonationStory.captured(1, 2, Money.of(1_000, "EUR")).matched(301));
        add(DonationStory.captured(1, 3, Money.of(1_000, "EUR")).matched(200));
        matches.checkProgrammes(programme(300, 500));
        assertThat(check().firstDrifts())
                .extracting(Drift::subject)
                .containsExactlyInAnyOrder(
                        "matches less reversals of employee:70:2", "matches less reversals of programme:70:0");
    }

    @Test
    void a_match_of_an_unknown_programme_is_found() {
        add(DonationStory.captured(1, 2, Money.of(1_000, "EUR")).matched(1));
        matches.checkProgrammes(Map.of());
        assertThat(check().driftCount()).isEqualTo(3);
    }

    @Test
    void the_grids_use_of_a_cap_must_be_the_ledgers() {
        add(DonationStory.captured(1, 2, Money.of(1_000, "EUR")).matched(300));
        AllowanceKey key = new AllowanceKey(AllowanceKey.Kind.EMPLOYEE, PROGRAMME, 2);
        matches.checkLive(key, new Allowance(300, Map.of(), Set.of()));
        assertThat(check().driftCount()).isZero();
        matches.checkLive(key, null);
        assertThat(check().firstDrifts()).containsExactly(new Drift("used of employee:70:2 in the grid", "300", "0"));
    }
}
