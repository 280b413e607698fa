package org.csrgrid.grid.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csrgrid.domain.lock.LockOutcome;
import org.csrgrid.domain.lock.LockRequest;
import org.csrgrid.domain.lock.LockWaiter;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.Test;

class LockGridTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void another_client_gets_it_after_the_first_gave_it_back_and_never_before() {
        try (TestCluster cluster = TestCluster.of(1)) {
            LockGrid one = locks(cluster, "one");
            LockGrid other = locks(cluster, "other");
            HeldLock held = one.tryAcquire("x", LEASE, Duration.ZERO).orElseThrow();

            assertThat(other.tryAcquire("x", LEASE, Duration.ofMillis(100))).isEmpty();
            assertThat(one.held().getFirst().waiters()).isEmpty();
            assertThat(one.release("x", held.token())).isTrue();
            assertThat(one.release("x", held.token())).isFalse();
            assertThat(other.tryAcquire("x", LEASE, Duration.ZERO).orElseThrow().token())
                    .isGreaterThan(held.token());
        }
    }

    @Test
    void waiters_of_two_clients_get_it_in_the_order_they_came_and_operators_see_them() throws Exception {
        try (TestCluster cluster = TestCluster.of(1);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<LockGrid> clients = List.of(locks(cluster, "even"), locks(cluster, "odd"));
            HeldLock held =
                    clients.getFirst().tryAcquire("x", LEASE, Duration.ZERO).orElseThrow();
            var order = new ConcurrentLinkedQueue<Integer>();
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 6; i++) {
                int number = i;
                LockGrid client = clients.get(i % 2);
                running.add(threads.submit(() -> {
                    HeldLock mine = client.tryAcquire("x", LEASE, LONG).orElseThrow();
                    order.add(number);
                    client.release("x", mine.token());
                }));
                await().until(() -> client.held().getFirst().waiters().size() == number + 1);
            }

            assertThat(clients.getFirst().held().getFirst().waiters())
                    .extracting(LockWaiter::owner)
                    .containsExactly("even", "odd", "even", "odd", "even", "odd");
            clients.getLast().release("x", held.token());
            for (Future<?> waiter : running) {
                waiter.get();
            }
            assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(clients.getFirst().held()).isEmpty();
        }
    }

    @Test
    void a_request_whose_answer_got_lost_is_answered_the_same_again() {
        try (TestCluster cluster = TestCluster.of(1)) {
            LockGrid locks = locks(cluster, "one");
            var request = new LockRequest("one", "request", LEASE, false);

            LockOutcome first = locks.ask("x", request);

            assertThat(first).isInstanceOf(LockOutcome.Granted.class);
            assertThat(locks.ask("x", request)).isEqualTo(first);
        }
    }

    @Test
    void the_death_of_its_member_neither_frees_a_lock_nor_lets_it_go_backward() {
        try (TestCluster cluster = TestCluster.of(2)) {
            LockGrid locks = locks(cluster, "one");
            List<HeldLock> held = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                held.add(locks.tryAcquire("lock " + i, LEASE, Duration.ZERO).orElseThrow());
            }

            cluster.kill(cluster.member(1));

            assertThat(held).allSatisfy(lock -> {
                assertThat(locks.tryAcquire(lock.name(), LEASE, Duration.ZERO)).isEmpty();
                assertThat(locks.renew(lock, LEASE)).isPresent();
            });
            assertThat(locks.held()).hasSize(20);
        }
    }

    @Test
    void without_a_majority_nothing_is_granted() {
        try (TestCluster cluster = TestCluster.of(1, LockGridTest::protect)) {
            LockGrid locks = locks(cluster, "one");

            assertThatThrownBy(() -> locks.tryAcquire("x", LEASE, LONG))
                    .isInstanceOf(GridUnavailableException.class)
                    .hasMessage("the cluster has no majority");
        }
    }

    private static void protect(Config config) {
        config.addSplitBrainProtectionConfig(new SplitBrainProtectionConfig("majority", true).setMinimumClusterSize(2));
        config.addMapConfig(new MapConfig("locks").setSplitBrainProtectionName("majority"));
    }

    private static LockGrid locks(TestCluster cluster, String owner) {
        return new LockGrid(cluster.client(), owner, InstantSource.system());
    }
}
