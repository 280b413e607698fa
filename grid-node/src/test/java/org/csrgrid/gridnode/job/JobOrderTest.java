package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobCluster.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes first, on a member with one worker, and what clocks may do to it. */
class JobOrderTest {

    private static final JobType<Work> URGENT = JobCluster.type("urgent", Channel.PAYMENTS);
    private static final JobType<Work> PATIENT = JobCluster.type("patient", Channel.BULK);
    private static final Duration BOUND = Duration.ofMillis(500);

    private final Queue<String> order = new ConcurrentLinkedQueue<>();
    private final ShiftedClock clock = new ShiftedClock();
    private final JobCluster cluster = new JobCluster()
            .with("jobs.workers", "1")
            .with("jobs.starvation-bound", BOUND.toMillis() + "ms")
            .clock(clock)
            .handler(URGENT, this::work)
            .handler(PATIENT, this::work);
    private JobMember member;

    private void work(String text, JobContext context) throws InterruptedException {
        order.add(context.job().id());
        Thread.sleep(Long.parseLong(text));
    }

    @BeforeEach
    void start() {
        member = cluster.start();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void an_urgent_channel_goes_first_but_not_for_longer_than_the_starvation_bound() {
        member.jobs.enqueueAll(many(URGENT, "urgent", 200, 20, 0));
        await().until(() -> !order.isEmpty());
        Instant begun = Instant.now();

        member.jobs.enqueue(job(PATIENT, "patient", 1, 0));

        await().pollInterval(Duration.ofMillis(5)).until(() -> order.contains("patient"));
        assertThat(Duration.between(begun, Instant.now())).isBetween(BOUND.minusMillis(100), BOUND.multipliedBy(3));
        assertThat(order).hasSizeLessThan(200);
        await().until(() -> order.size() == 201);
    }

    @Test
    void an_organization_with_many_jobs_does_not_hold_up_one_with_few() {
        List<Job> jobs = new ArrayList<>(many(URGENT, "large", 100, 5, 1));
        jobs.addAll(many(URGENT, "small", 2, 5, 2));

        member.jobs.enqueueAll(jobs);

        await().until(() -> order.size() == 102);
        assertThat(List.copyOf(order).subList(0, 40)).contains("small-0", "small-1");
    }

    @Test
    void a_clock_that_jumps_back_or_ahead_holds_up_no_channel() {
        for (Duration jump : List.of(Duration.ofHours(-2), Duration.ofHours(5), Duration.ofHours(-1))) {
            clock.jump(jump);
            String id = "after" + jump;
            member.jobs.enqueue(job(URGENT, id, 1, 0));
            await().until(() -> order.contains(id));
        }
        Job delayed = Job.ready(
                "delayed",
                1,
                URGENT.request(new Work("1")),
                clock.instant().plus(Duration.ofHours(1)),
                clock.instant());
        member.jobs.enqueue(delayed);

        clock.jump(Duration.ofHours(1));

        await().until(() -> order.contains("delayed"));
    }

    private List<Job> many(JobType<Work> type, String name, int count, int millis, long organization) {
        return IntStream.range(0, count)
                .mapToObj(number -> job(type, name + "-" + number, millis, organization))
                .toList();
    }

    private Job job(JobType<Work> type, String id, int millis, long organization) {
        return Job.ready(
                id,
                1,
                type.request(new Work(Integer.toString(millis)))
                        .with()
                        .organization(organization)
                        .build(),
                clock.instant(),
                clock.instant());
    }

    /** The system's clock, set wrong. */
    private static final class ShiftedClock extends Clock {

        private volatile Duration shift = Duration.ZERO;

        void jump(Duration by) {
            shift = shift.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("times are UTC");
        }
    }
}
