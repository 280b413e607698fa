package org.csrgrid.domain.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    @Test
    void a_hold_grants_what_is_left_and_no_more() {
        Allowance allowance = Allowance.NONE.hold(1, 700, 1_000).hold(2, 700, 1_000);

        assertThat(allowance.heldBy(1)).isEqualTo(700);
        assertThat(allowance.heldBy(2)).isEqualTo(300);
        assertThat(allowance.left(1_000)).isZero();
        assertThat(allowance.hold(3, 1, 1_000)).isSameAs(allowance);
    }

    @Test
    void a_repeated_hold_keeps_what_the_donation_already_holds() {
        Allowance allowance = Allowance.NONE.hold(1, 300, 1_000);

        assertThat(allowance.hold(1, 900, 1_000)).isSameAs(allowance);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void nothing_or_less_is_not_held(long wanted) {
        assertThat(Allowance.NONE.hold(1, wanted, 1_000)).isEqualTo(Allowance.NONE);
    }

    @Test
    void a_release_frees_the_donations_part_only() {
        Allowance allowance = Allowance.NONE.hold(1, 300, 1_000).hold(2, 400, 1_000);

        Allowance released = allowance.release(1);

        assertThat(released.heldBy(1)).isZero();
        assertThat(released.heldBy(2)).isEqualTo(400);
        assertThat(released.release(1)).isSameAs(released);
    }

    @Test
    void counting_turns_the_reservation_into_use() {
        Allowance counted = Allowance.NONE.hold(1, 300, 1_000).count(1, 11, 300);

        assertThat(counted).isEqualTo(new Allowance(300, Map.of(), Set.of(11L)));
        assertThat(counted.left(1_000)).isEqualTo(700);
    }

    @Test
    void an_entry_counts_once_and_a_reversal_gives_the_money_back() {
        Allowance counted = Allowance.NONE.count(1, 11, 300).count(1, 11, 300).count(1, 12, -100);

        assertThat(counted.used()).isEqualTo(200);
        assertThat(counted.forget(Set.of(11L)).recent()).containsExactly(12L);
        assertThat(counted.forget(Set.of(11L, 12L)).used()).isEqualTo(200);
    }

    @Test
    void more_used_than_a_lowered_limit_leaves_nothing() {
        assertThat(Allowance.NONE.count(1, 11, 900).left(500)).isZero();
    }

    @Test
    void a_cap_without_a_limit_leaves_room_even_after_a_reversal_came_first() {
        assertThat(Allowance.NONE.count(1, 11, -100).left(Long.MAX_VALUE)).isPositive();
    }
}
