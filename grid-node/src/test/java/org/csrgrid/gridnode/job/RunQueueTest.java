package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.csrgrid.grid.job.JobKey;
import org.junit.jupiter.api.Test;

class RunQueueTest {

    private final RunQueue queue = new RunQueue();

    @Test
    void jobs_of_one_organization_go_in_the_order_they_came() {
        offer(7, "a", "b", "c");

        assertThat(taken(2)).containsExactly("a", "b");
        assertThat(taken(9)).containsExactly("c");
        assertThat(taken(9)).isEmpty();
    }

    @Test
    void organizations_take_turns_of_eight_so_that_one_with_many_jobs_does_not_hold_up_the_others() {
        for (int number = 10; number < 60; number++) {
            offer(1, "large-" + number);
        }
        offer(2, "small-1", "small-2");
        offer(3, "other-1");

        List<String> order = taken(12);

        assertThat(order.subList(0, 8)).allMatch(id -> id.startsWith("large"));
        assertThat(order.subList(8, 11)).containsExactly("small-1", "small-2", "other-1");
        assertThat(order.get(11)).isEqualTo("large-18");
        assertThat(queue.size()).isEqualTo(41);
    }

    @Test
    void a_turn_goes_on_where_the_last_take_ended() {
        for (int number = 10; number < 30; number++) {
            offer(1, "large-" + number);
        }
        offer(2, "small");

        assertThat(taken(5)).hasSize(5);
        assertThat(taken(4)).containsExactly("large-15", "large-16", "large-17", "small");
    }

    @Test
    void a_job_waits_once() {
        offer(1, "a", "a");

        assertThat(queue.contains(new JobKey("a", 1))).isTrue();
        assertThat(taken(9)).containsExactly("a");
        assertThat(queue.contains(new JobKey("a", 1))).isFalse();
    }

    @Test
    void the_oldest_wait_is_that_of_the_job_that_came_first_of_those_that_are_left() {
        queue.offer(new ReadyJob(new JobKey("a", 1), null, 1, 100));
        queue.offer(new ReadyJob(new JobKey("b", 1), null, 2, 300));

        assertThat(queue.oldestNanos(1_000)).isEqualTo(900);
        taken(1);
        assertThat(queue.oldestNanos(1_000)).isEqualTo(700);
        taken(1);
        assertThat(queue.oldestNanos(1_000)).isZero();
    }

    private void offer(long organization, String... ids) {
        for (String id : ids) {
            queue.offer(new ReadyJob(new JobKey(id, 1), null, organization, 0));
        }
    }

    private List<String> taken(int most) {
        return queue.take(most).stream().map(ready -> ready.key.id()).toList();
    }
}
