package org.csrgrid.grid.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap.SimpleEntry;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.match.Allowance;
import org.junit.jupiter.api.Test;

class MatchProcessorsTest {

    private static final AllowanceKey CAP = new AllowanceKey(AllowanceKey.Kind.EMPLOYEE, 9, 800);

    private final Map.Entry<AllowanceKey, Allowance> entry = new SimpleEntry<>(CAP, null);

    @Test
    void a_hold_answers_what_the_donation_holds_and_a_repeat_the_same() {
        assertThat(new HoldAllowance(1, 700, 1_000).process(entry)).isEqualTo(700);
        assertThat(new HoldAllowance(2, 700, 1_000).process(entry)).isEqualTo(300);
        assertThat(new HoldAllowance(2, 700, 1_000).process(entry)).isEqualTo(300);
        assertThat(new HoldAllowance(3, 1, 1_000).process(entry)).isZero();
        assertThat(entry.getValue().left(1_000)).isZero();
    }

    @Test
    void a_released_hold_is_free_again() {
        new ReleaseAllowance(1).process(entry);
        assertThat(entry.getValue()).isNull();
        new HoldAllowance(1, 700, 1_000).process(entry);

        new ReleaseAllowance(1).process(entry);

        assertThat(entry.getValue().left(1_000)).isEqualTo(1_000);
    }

    @Test
    void a_match_counts_once_until_it_is_forgotten() {
        new ForgetMatches(Set.of(11L)).process(entry);
        assertThat(entry.getValue()).isNull();

        new CountMatch(1, 11, 300).process(entry);
        new CountMatch(1, 11, 300).process(entry);
        new ForgetMatches(Set.of(11L)).process(entry);

        assertThat(entry.getValue()).isEqualTo(new Allowance(300, Map.of(), Set.of()));
    }
}
