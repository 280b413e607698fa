package org.csrgrid.grid.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.client.HazelcastClientNotActiveException;
import com.hazelcast.client.HazelcastClientOfflineException;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.spi.exception.TargetDisconnectedException;
import com.hazelcast.spi.exception.TargetNotMemberException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.io.IOException;
import java.io.NotSerializableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.csrgrid.grid.ledger.FindByGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GridCallsTest {

    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("transientFailures")
    void what_a_members_death_explains_is_tried_again(RuntimeException failure) {
        assertThat(GridCalls.repeatable(failingTwice(failure))).isEqualTo("done");
        assertThat(calls).hasValue(3);
        assertThat(GridCalls.repeatable(failingTwice(new HazelcastException("wrapped", failure))))
                .isEqualTo("done");
    }

    static List<RuntimeException> transientFailures() {
        return List.of(
                new TargetDisconnectedException("gone"),
                new TargetNotMemberException("gone"),
                new IndeterminateOperationStateException("unknown"),
                new OperationTimeoutException("late"),
                new HazelcastClientOfflineException(),
                new HazelcastInstanceNotActiveException("member stops"),
                new HazelcastException(new IOException("connection reset")));
    }

    @Test
    void a_database_that_is_down_is_told_at_once() {
        assertThatThrownBy(() ->
                        GridCalls.repeatable(failing(new HazelcastException(new DatabaseUnavailableException("down")))))
                .isInstanceOf(GridUnavailableException.class)
                .hasMessage("the database does not answer");
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_lost_majority_is_told_at_once() {
        assertThatThrownBy(() -> GridCalls.repeatable(failing(new SplitBrainProtectionException("minority"))))
                .isInstanceOf(GridUnavailableException.class)
                .hasMessage("the cluster has no majority");
        assertThat(calls).hasValue(1);
    }

    @Test
    void our_own_mistakes_and_a_client_that_was_closed_are_not_repeated() {
        var mistake = new IllegalArgumentException("wrong");
        var closed = new HazelcastClientNotActiveException("closed");

        assertThatThrownBy(() -> GridCalls.repeatable(failing(mistake))).isSameAs(mistake);
        assertThatThrownBy(() -> GridCalls.repeatable(failing(closed))).isSameAs(closed);
        assertThat(calls).hasValue(2);
    }

    @Test
    void what_cannot_be_written_or_read_is_not_taken_for_a_lost_connection() {
        var unreadable = new HazelcastSerializationException("failed", new NotSerializableException("Campaign"));

        assertThatThrownBy(() -> GridCalls.repeatable(failing(unreadable))).isSameAs(unreadable);
        assertThat(calls).hasValue(1);
    }

    @Test
    void patience_ends() {
        assertThatThrownBy(() ->
                        GridCalls.repeatable(failing(new TargetDisconnectedException("gone")), Duration.ofMillis(120)))
                .isInstanceOf(GridUnavailableException.class)
                .hasMessage("the grid does not answer")
                .hasCauseInstanceOf(TargetDisconnectedException.class);
        assertThat(calls).hasValueBetween(2, 5);
    }

    @Test
    void an_operation_survives_the_death_of_the_member_it_was_sent_to() {
        try (TestCluster cluster = TestCluster.of(2)) {
            var map = cluster.client().<Long, String>getMap("answers");
            long key = cluster.keyOwnedBy(cluster.member(1));
            map.set(key, "still here");

            cluster.kill(cluster.member(1));

            assertThat(GridCalls.repeatable(() -> map.get(key))).isEqualTo("still here");
        }
    }

    @Test
    void a_call_no_member_answers_says_so() {
        try (TestCluster cluster = TestCluster.of(1)) {
            var calls = new MemberCalls(cluster.client());

            assertThatThrownBy(() -> calls.any(new FindByGuard("key:1:a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("FindByGuard has no implementation on this member");
        }
    }

    private Supplier<String> failing(RuntimeException failure) {
        return () -> {
            calls.incrementAndGet();
            throw failure;
        };
    }

    private Supplier<String> failingTwice(RuntimeException failure) {
        calls.set(0);
        return () -> {
            if (calls.incrementAndGet() <= 2) {
                throw failure;
            }
            return "done";
        };
    }
}
