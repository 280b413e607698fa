package org.csrgrid.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import org.csrgrid.domain.lock.LockOutcome.Granted;
import org.csrgrid.domain.lock.LockOutcome.Taken;
import org.csrgrid.domain.lock.LockOutcome.Waiting;
import org.junit.jupiter.api.Test;

class LockTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Instant LATER = NOW.plusSeconds(1);

    private final Lock.Step first = Lock.free("x").ask(request("a", false), NOW);
    private final Lock held = first.lock();
    private final long token = ((Granted) first.outcome()).token();

    @Test
    void a_repeat_of_the_attempt_that_got_it_answers_the_same_grant() {
        Lock.Step repeat = held.ask(request("a", false), LATER);

        assertThat(repeat.outcome()).isEqualTo(first.outcome());
        assertThat(repeat.lock()).isEqualTo(held);
    }

    @Test
    void waiters_get_it_in_the_order_they_came_and_nobody_overtakes() {
        Lock queued = held.ask(request("b", true), NOW).lock();
        Lock.Step third = queued.ask(request("c", true), LATER);
        Lock released = third.lock().release(token);

        assertThat(third.outcome()).isEqualTo(new Waiting(1));
        assertThat(released.ask(request("c", true), LATER).outcome()).isEqualTo(new Waiting(1));
        assertThat(released.ask(request("d", false), LATER).outcome()).isEqualTo(new Taken());
        Lock.Step next = released.ask(request("b", true), LATER);
        assertThat(next.outcome()).isInstanceOf(Granted.class);
        assertThat(next.lock().waiters()).extracting(LockWaiter::request).containsExactly("c");
    }

    @Test
    void a_waiter_that_does_not_ask_again_is_passed_over() {
        Lock queued = held.ask(request("dead", true), NOW).lock();
        Lock released =
                queued.ask(request("b", true), NOW.plusSeconds(1)).lock().release(token);

        assertThat(released.ask(request("b", true), NOW.plusSeconds(2)).outcome())
                .isInstanceOf(Granted.class);
    }

    @Test
    void a_lease_that_ran_out_is_not_renewed_and_the_next_token_is_larger() {
        Instant after = NOW.plus(LEASE);

        assertThat(held.renew(token, after, LEASE)).isSameAs(held);
        assertThat(held.isHeldUnder(token, after)).isFalse();
        assertThat(((Granted) held.ask(request("b", false), after).outcome()).token())
                .isGreaterThan(token);
    }

    @Test
    void a_renewal_in_time_moves_the_end_and_never_back() {
        Lock renewed = held.renew(token, LATER, LEASE);

        assertThat(renewed.isHeld(NOW.plus(LEASE))).isTrue();
        assertThat(renewed.renew(token, LATER, Duration.ofSeconds(1))).isSameAs(renewed);
    }

    @Test
    void a_release_takes_the_token_of_the_grant_and_a_repeat_leaves_the_next_holder_alone() {
        Lock next = held.release(token).ask(request("b", false), LATER).lock();

        assertThat(held.release(token - 1)).isSameAs(held);
        assertThat(next.release(token)).isSameAs(next);
        assertThat(next.isHeld(LATER)).isTrue();
    }

    @Test
    void a_lock_that_was_lost_goes_on_with_larger_tokens() {
        Granted again = (Granted) Lock.free("x").ask(request("b", false), LATER).outcome();

        assertThat(again.token()).isGreaterThan(token);
    }

    private static LockRequest request(String id, boolean queued) {
        return new LockRequest("owner of " + id, id, LEASE, queued);
    }
}
