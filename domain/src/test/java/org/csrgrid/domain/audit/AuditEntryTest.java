package org.csrgrid.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    record Inner(String text, long number) {}

    record State(Inner inner, Set<String> set, List<Long> list, Map<String, Inner> map, Optional<String> none, Instant at) {}

    private static State state(String text) {
        return new State(
                new Inner(text, 1), Set.of("b", "a"), List.of(2L, 1L), Map.of("k", new Inner("v", 2)), Optional.empty(), NOW);
    }

    @Test
    void its_canonical_text_has_every_field_and_no_number() {
        var entry = new AuditEntry(
                9_007_199_254_740_993L,
                Instant.EPOCH.plus(5, ChronoUnit.MICROS),
                7,
                "campaign.approved",
                AuditOutcome.SUCCESS,
                "campaign",
                "12",
                "192.0.2.1",
                "r-1",
                null,
                "ab");

        assertThat(entry.canonical())
                .isEqualTo("{\"action\":\"campaign.approved\",\"actor\":\"7\",\"address\":\"192.0.2.1\",\"after\":\"ab\","
                        + "\"at\":\"5\",\"before\":null,\"id\":\"9007199254740993\",\"objectId\":\"12\","
                        + "\"objectType\":\"campaign\",\"outcome\":\"success\",\"request\":\"r-1\"}");
    }

    @Test
    void equal_states_have_equal_hashes_and_others_do_not() {
        assertThat(StateHash.of(state("x"))).isEqualTo(StateHash.of(state("x"))).hasSize(64);
        assertThat(StateHash.of(state("x"))).isNotEqualTo(StateHash.of(state("y")));
        assertThat(StateHash.of(state("half \ud83d"))).hasSize(64);
    }

    @Test
    void a_head_depends_on_everything_in_it_and_on_the_head_before() {
        var head = new AuditHead(2, 11, 5, "aa", "bb", HashChain.GENESIS, NOW);

        assertThat(head.lastPosition()).isEqualTo(15);
        assertThat(List.of(
                        new AuditHead(3, 11, 5, "aa", "bb", HashChain.GENESIS, NOW),
                        new AuditHead(2, 11, 5, "ab", "bb", HashChain.GENESIS, NOW),
                        new AuditHead(2, 11, 5, "aa", "bb", "1".repeat(64), NOW),
                        new AuditHead(2, 11, 5, "aa", "bb", HashChain.GENESIS, NOW.plusMillis(1))))
                .extracting(AuditHead::hash)
                .doesNotContain(head.hash());
    }
}
