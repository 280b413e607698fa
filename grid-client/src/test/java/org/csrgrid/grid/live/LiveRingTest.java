package org.csrgrid.grid.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.csrgrid.grid.cluster.TestCluster;
import org.csrgrid.grid.live.AdminNews.Kind;
import org.junit.jupiter.api.Test;

class LiveRingTest {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Writes down what it hears: "3 text", or "lost". */
    private static class Heard implements LiveListener {

        final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void happened(long sequence, LiveEvent event) {
            all.add(sequence + " " + ((AdminNews) event).subject());
        }

        @Override
        public void lost() {
            all.add("lost");
        }
    }

    @Test
    void a_reader_hears_what_was_written_before_and_after_it_began_in_order() {
        try (var cluster = TestCluster.of(1);
                var publisher = new LivePublisher(cluster.member(0))) {
            publisher.publish(news("before"));
            await().until(() -> tail(cluster.member(0)) == 0);
            var heard = new Heard();

            try (var reader = start(cluster.client(), heard)) {
                assertThat(heard.all).containsExactly("0 before");
                publisher.publish(news("after"));

                await().untilAsserted(() -> assertThat(heard.all).containsExactly("0 before", "1 after"));
            }
        }
    }

    @Test
    void events_are_heard_after_the_death_of_the_member_that_held_them() {
        try (var cluster = TestCluster.of(2, config -> LiveRing.addTo(config, 100, 1))) {
            HazelcastInstance client = cluster.client();
            HazelcastInstance owner = ownerOfRing(cluster);
            HazelcastInstance other = owner == cluster.member(0) ? cluster.member(1) : cluster.member(0);
            var heard = new Heard();
            try (var publisher = new LivePublisher(other);
                    var reader = start(client, heard)) {
                publisher.publish(news("one"));
                await().untilAsserted(() -> assertThat(heard.all).containsExactly("0 one"));

                cluster.kill(owner);
                publisher.publish(news("two"));

                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(heard.all).containsExactly("0 one", "1 two"));
            }
        }
    }

    @Test
    void a_ring_that_began_anew_is_noticed_and_read_from_its_beginning() {
        try (var cluster = TestCluster.of(1);
                var publisher = new LivePublisher(cluster.member(0))) {
            var heard = new Heard();
            try (var reader = start(cluster.client(), heard)) {
                publisher.publish(news("one"));
                publisher.publish(news("two"));
                await().untilAsserted(() -> assertThat(heard.all).hasSize(2));

                LiveRing.ADMINISTRATORS.on(cluster.member(0)).destroy();
                publisher.publish(news("new"));

                await().untilAsserted(() ->
                        assertThat(heard.all).contains("lost").last().isEqualTo("0 new"));
            }
        }
    }

    @Test
    void what_was_overwritten_before_it_was_read_is_said_to_be_lost() {
        try (var cluster = TestCluster.of(1, config -> LiveRing.addTo(config, 10, 0))) {
            var heard = new Heard() {
                @Override
                public void happened(long sequence, LiveEvent event) {
                    if (sequence == 0) {
                        // Everything else is overwritten while the first is heard.
                        write(cluster.member(0), 30);
                    }
                    super.happened(sequence, event);
                }
            };
            try (var reader = start(cluster.client(), heard)) {
                write(cluster.member(0), 1);

                await().untilAsserted(() -> assertThat(heard.all).last().isEqualTo("30 n29"));
            }
            assertThat(heard.all.subList(0, 3)).containsExactly("0 n0", "lost", "21 n20");
        }
    }

    @Test
    void whoever_publishes_neither_waits_nor_fails_when_the_grid_is_gone() {
        try (var cluster = TestCluster.of(1);
                var publisher = new LivePublisher(cluster.client(), 5)) {
            cluster.kill(cluster.member(0));

            long start = System.nanoTime();
            IntStream.range(0, 1_000).forEach(i -> publisher.publish(news("n" + i)));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
            assertThat(publisher.lost()).isGreaterThan(900);
        }
    }

    private static LiveReader start(HazelcastInstance grid, Heard heard) {
        return LiveReader.start(grid, LiveRing.ADMINISTRATORS, heard, LOOK);
    }

    private static void write(HazelcastInstance grid, int count) {
        IntStream.range(0, count).forEach(i -> LiveRing.ADMINISTRATORS.on(grid).add(news("n" + i)));
    }

    private static AdminNews news(String subject) {
        return AdminNews.of(Kind.ALERT, subject, "", NOON);
    }

    private static long tail(HazelcastInstance grid) {
        return LiveRing.ADMINISTRATORS.on(grid).tailSequence();
    }

    private static HazelcastInstance ownerOfRing(TestCluster cluster) {
        String key = LiveRing.ADMINISTRATORS.ringName();
        return cluster.owns(cluster.member(0), key) ? cluster.member(0) : cluster.member(1);
    }
}
