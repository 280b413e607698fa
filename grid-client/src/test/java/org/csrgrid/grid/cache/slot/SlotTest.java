package org.csrgrid.grid.cache.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap.SimpleEntry;
import java.util.Map;
import java.util.Set;
import org.csrgrid.grid.cache.slot.LeaseAnswer.Kind;
import org.junit.jupiter.api.Test;

/** The operations on a plain entry. */
class SlotTest {

    private final Map.Entry<String, Slot> entry = new SimpleEntry<>("k", null);

    @Test
    void one_holder_at_a_time_and_a_repeat_gets_the_same_token() {
        LeaseAnswer first = take("a", 0, 100);

        assertThat(first.kind()).isEqualTo(Kind.TAKEN);
        assertThat(take("a", 0, 110)).isEqualTo(first);
        assertThat(take("b", 0, 110)).isEqualTo(new LeaseAnswer(Kind.BUSY, 0, 150));
    }

    @Test
    void a_lease_that_ran_out_goes_to_the_next_and_its_holder_stores_nothing() {
        long old = take("a", 0, 100).token();
        LeaseAnswer next = take("b", 0, 150);

        assertThat(next.kind()).isEqualTo(Kind.TAKEN);
        assertThat(next.token()).isGreaterThan(old);
        assertThat(store("a", old)).isFalse();
        assertThat(store("b", next.token())).isTrue();
        assertThat(store("b", next.token())).isFalse();
    }

    /** By a clock that stands still the token is the same again; the holder isn't. */
    @Test
    void who_loaded_before_a_removal_stores_nothing_even_if_another_has_its_token() {
        long before = take("a", 0, 100).token();
        new DropKey(true, 100).process(entry);
        long after = take("b", 0, 100).token();

        assertThat(after).isEqualTo(before);
        assertThat(store("a", before)).isFalse();
    }

    @Test
    void who_saw_an_older_value_reads_again_instead_of_loading() {
        store("a", take("a", 0, 100).token());

        assertThat(take("b", 0, 120).kind()).isEqualTo(Kind.CHANGED);
        assertThat(take("b", entry.getValue().token(), 120).kind()).isEqualTo(Kind.TAKEN);
    }

    @Test
    void after_a_failure_nobody_loads_until_the_quiet_time_is_over() {
        long token = take("a", 0, 100).token();
        new EndLease("a", token, 130, 110).process(entry);

        assertThat(take("b", 0, 129)).isEqualTo(new LeaseAnswer(Kind.QUIET, 0, 130));
        assertThat(take("b", 0, 130).kind()).isEqualTo(Kind.TAKEN);
    }

    @Test
    void an_expired_value_stays_and_a_removed_one_goes() {
        store("a", take("a", 0, 100).token());
        new DropKey(false, 150).process(entry);
        assertThat(entry.getValue().stored().freshUntil()).isEqualTo(150);
        new DropKey(true, 160).process(entry);
        assertThat(entry.getValue()).isNull();
    }

    private LeaseAnswer take(String holder, long seen, long now) {
        return new TakeLease(holder, seen, now, now + 50).process(entry);
    }

    private boolean store(String holder, long token) {
        Stored value = new Stored(new byte[] {1}, false, 0, token, 0, 100, 1_000, 2_000, Set.of(), null);
        return new StoreLoaded(holder, value, 120).process(entry);
    }
}
