package org.csrgrid.grid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.csrgrid.domain.session.Session;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.Test;

class SessionGridTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void the_death_of_any_member_signs_nobody_out() {
        for (int victim = 0; victim < 3; victim++) {
            try (TestCluster cluster = TestCluster.of(3)) {
                var sessions = new SessionGrid(cluster.client());
                List<Session> begun = IntStream.range(0, 60)
                        .mapToObj(i -> session("s" + i, i))
                        .toList();
                begun.forEach(session -> sessions.begin(session, 10));

                cluster.kill(cluster.member(victim));

                assertThat(begun).allSatisfy(session -> {
                    assertThat(sessions.find(session.id())).contains(session);
                    assertThat(sessions.ofUser(session.userId(), NOW)).containsExactly(session);
                });
            }
        }
    }

    @Test
    void what_ends_on_one_client_is_told_to_the_other_and_a_repeat_is_harmless() {
        try (TestCluster cluster = TestCluster.of(1)) {
            var one = new SessionGrid(cluster.client());
            var other = new SessionGrid(cluster.client());
            List<String> ended = new CopyOnWriteArrayList<>();
            other.onEnd(ended::add);
            one.begin(session("mine", 7), 10);
            one.begin(session("kept", 7), 10);
            one.begin(session("theirs", 8), 10);

            assertThat(one.end(8, "mine")).isFalse();
            one.endOthers(7, "kept");
            one.endOthers(7, "kept");

            assertThat(one.end(7, "mine")).isFalse();
            await().until(() -> ended.equals(List.of("mine")));
            assertThat(one.ofUser(7, NOW)).extracting(Session::id).containsExactly("kept");
            assertThat(other.find("theirs")).isPresent();
        }
    }

    @Test
    void a_late_note_of_use_does_not_bring_back_what_was_ended() {
        try (TestCluster cluster = TestCluster.of(1)) {
            HazelcastInstance client = cluster.client();
            var sessions = new SessionGrid(client);
            sessions.begin(session("mine", 7), 10);
            sessions.end(7, "mine");

            Boolean noted =
                    client.<String, Session>getMap("sessions").executeOnKey("mine", new NoteUse(NOW.plusSeconds(90)));

            assertThat(noted).isFalse();
            assertThat(sessions.find("mine")).isEmpty();
        }
    }

    private static Session session(String id, long user) {
        return Session.begin(id, user, NOW, Duration.ofMinutes(30), Duration.ofHours(12), "curl", "192.0.2.1");
    }
}
