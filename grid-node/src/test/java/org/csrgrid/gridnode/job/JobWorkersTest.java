package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.job.Enqueued;
import org.csrgrid.grid.job.JobChannelGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobCluster.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs on one real member with its database. */
class JobWorkersTest {

    private static final JobType<Work> PAYMENT = JobCluster.type("payment", Channel.PAYMENTS);
    private static final JobType<Work> SECRET =
            JobCluster.type("secret", Channel.NOTIFICATIONS).asSensitive();
    private static final JobType<Work> REPORT = JobCluster.type("report", Channel.REPORTS);
    private static final JobType<Work> BULK = JobCluster.type("bulk", Channel.BULK);

    private static final Map<String, JobCluster.Action> ACTIONS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();
    private static final Queue<String> ENDED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static JobCluster cluster;
    private static JobMember member;

    @BeforeAll
    static void start() {
        cluster = new JobCluster()
                .with("jobs.channels.payments.backoff", "50ms")
                .with("jobs.channels.payments.tries", "3")
                .with("jobs.channels.payments.timeout", "1s")
                .with("jobs.channels.reports.workers-max", "1")
                .gate(job -> "held".equals(job.request().rateKey()) && runs(job).get() < 3
                        ? held(job)
                        : java.util.Optional.empty())
                .ends(job -> ENDED.add(job.id()));
        List.of(PAYMENT, SECRET, REPORT, BULK).forEach(type -> cluster.handler(type, JobWorkersTest::act));
        member = cluster.start();
    }

    private static java.util.Optional<Duration> held(Job job) {
        runs(job).incrementAndGet();
        return java.util.Optional.of(Duration.ofMillis(20));
    }

    private static void act(String text, JobContext context) throws Exception {
        runs(context.job()).incrementAndGet();
        ACTIONS.getOrDefault(context.job().id(), (_, _) -> {}).run(text, context);
    }

    private static AtomicInteger runs(Job job) {
        return RUNS.computeIfAbsent(job.id(), _ -> new AtomicInteger());
    }

    @AfterEach
    void forget() {
        ACTIONS.clear();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_job_is_run_once_and_its_row_stays() {
        Job job = enqueued(PAYMENT, (_, _) -> {});

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);

        assertThat(runs(job)).hasValue(1);
        await().untilAsserted(() -> assertThat(cluster.row(job).state()).isEqualTo(JobState.SUCCEEDED));
    }

    @Test
    void a_durable_job_is_in_the_database_when_its_caller_is_answered() {
        Job later = job(PAYMENT, request -> request, Instant.now().plusSeconds(600));

        assertThat(member.jobs.enqueue(later)).isEqualTo(Enqueued.ADDED);

        assertThat(cluster.row(later)).isEqualTo(micros(later));
        member.jobs.cancel(JobKey.of(later), Instant.now());
    }

    @Test
    void what_is_not_to_be_remembered_leaves_no_row() {
        Job job = job(PAYMENT, request -> request.with().forgotten().build(), Instant.now());
        member.jobs.enqueue(job);

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
        await().until(() -> cluster.row(job) == null);
    }

    @Test
    void a_failing_job_is_tried_as_often_as_its_channel_allows_and_then_is_dead_with_its_reason() {
        Job job = enqueued(PAYMENT, (_, _) -> {
            throw new IllegalStateException("no luck");
        });

        await().until(() -> cluster.state(job) == JobState.DEAD);

        assertThat(runs(job)).hasValue(3);
        assertThat(member.find(job).lastError()).contains("no luck");
        await().until(() -> ENDED.contains(job.id()));
    }

    @Test
    void a_handler_that_throws_an_error_or_rejects_kills_its_job_at_once() {
        Job broken = enqueued(PAYMENT, (_, _) -> {
            throw new StackOverflowError("deep");
        });
        Job greedy = enqueued(PAYMENT, (_, _) -> {
            throw new OutOfMemoryError("too much");
        });
        Job rejected = enqueued(PAYMENT, (_, _) -> {
            throw new JobRejectedException("never");
        });

        for (Job job : List.of(broken, greedy, rejected)) {
            await().until(() -> cluster.state(job) == JobState.DEAD);
            assertThat(runs(job)).hasValue(1);
        }
        assertThat(member.find(greedy).lastError()).isEqualTo("OutOfMemoryError: too much");
    }

    @Test
    void jobs_of_an_unknown_name_or_a_newer_payload_are_dead_with_what_was_expected() {
        Job unknown = Job.ready(
                "unknown-1", 1, JobRequest.of("unknown", Channel.PAYMENTS, "{}"), Instant.now(), Instant.now());
        Job newer =
                job(PAYMENT, request -> request.with().payload("{}", 2, false).build(), Instant.now());
        Job garbled = job(
                PAYMENT, request -> request.with().payload("nonsense", 1, false).build(), Instant.now());
        member.jobs.enqueueAll(List.of(unknown, newer, garbled));

        for (Job job : List.of(unknown, newer, garbled)) {
            await().until(() -> cluster.state(job) == JobState.DEAD);
        }

        assertThat(member.find(unknown).lastError()).contains("unknown").contains("payment");
        assertThat(member.find(newer).lastError()).contains("payloadVersion of payment: 2 (expected: <= 1)");
        assertThat(member.find(garbled).lastError()).contains("not a Work");
    }

    @Test
    void a_job_that_takes_too_long_is_interrupted_and_one_that_ignores_that_loses_its_worker() {
        Job slow = enqueued(PAYMENT, (_, _) -> Thread.sleep(60_000));
        CountDownLatch release = new CountDownLatch(1);
        Job deaf = enqueued(PAYMENT, (_, _) -> ignoreInterruptsUntil(release));

        await().atMost(Duration.ofSeconds(20)).until(() -> cluster.state(slow) == JobState.DEAD);
        assertThat(member.find(slow).lastError()).startsWith("timed out after PT1S");
        await().atMost(Duration.ofSeconds(20)).until(() -> cluster.state(deaf) == JobState.DEAD);

        assertThat(member.find(deaf).lastError()).contains("does not react to interrupts");
        assertThat(member.workers.figures(Channel.PAYMENTS).abandoned()).isEqualTo(3);
        Job next = enqueued(PAYMENT, (_, _) -> {});
        await().until(() -> cluster.state(next) == JobState.SUCCEEDED);
        release.countDown();
    }

    private static void ignoreInterruptsUntil(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException ignored) {
                Thread.interrupted();
            }
        }
    }

    @Test
    void a_postponed_job_runs_later_and_the_attempt_does_not_count() {
        Job job = enqueued(PAYMENT, (_, context) -> {
            if (runs(context.job()).get() <= 4) {
                throw new JobPostponedException("not yet", Duration.ofMillis(20));
            }
        });

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);

        assertThat(runs(job)).hasValue(5);
        assertThat(member.find(job).attempts()).isEqualTo(1);
    }

    @Test
    void a_job_without_a_permit_to_start_waits_uncounted() {
        Job job = job(PAYMENT, request -> request.with().rateKey("held").build(), Instant.now());
        member.jobs.enqueue(job);

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);

        assertThat(runs(job)).hasValue(4);
        assertThat(member.find(job).attempts()).isEqualTo(1);
    }

    /** The machine may be busy with others, but not at seven moments in a row. */
    @Test
    void a_delayed_job_starts_within_fifty_milliseconds_after_it_is_due() {
        Queue<Duration> late = new ConcurrentLinkedQueue<>();
        for (int number = 0; number < 7; number++) {
            Job job = job(PAYMENT, request -> request, Instant.now().plusMillis(500 + 100 * number));
            ACTIONS.put(job.id(), (_, _) -> late.add(Duration.between(job.runAt(), Instant.now())));
            member.jobs.enqueue(job);
        }

        await().until(() -> late.size() == 7);

        assertThat(late).noneMatch(Duration::isNegative);
        assertThat(late).anyMatch(delay -> delay.compareTo(Duration.ofMillis(50)) < 0);
    }

    @Test
    void a_job_only_the_map_knows_is_found_by_the_sweep() {
        Job job = job(PAYMENT, request -> request, Instant.now());

        member.map().set(JobKey.of(job), job);

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
    }

    @Test
    void follow_ups_and_the_next_step_of_a_chain_are_enqueued_when_a_job_succeeds() {
        JobRequest last = PAYMENT.request(new Work("last"));
        Job left = job(PAYMENT, request -> request, Instant.now());
        Job job = job(PAYMENT, request -> request.with().then(List.of(last)).build(), Instant.now());
        ACTIONS.put(job.id(), (_, context) -> context.followUp(left));
        member.jobs.enqueue(job);

        await().until(() -> cluster.state(left) == JobState.SUCCEEDED);
        await().until(() -> !member.find(job).isOwing());
        JobKey step = new JobKey(job.id() + ">1", job.affinity());
        await().until(() -> member.map().get(step).state() == JobState.SUCCEEDED);
        assertThat(member.map().get(step).request().payload()).isEqualTo("{\"text\":\"last\"}");
    }

    @Test
    void a_job_that_is_once_is_never_run_again_also_when_memory_has_forgotten_it() {
        Job job = job(PAYMENT, request -> request.with().unique(Uniqueness.ONCE).build(), Instant.now());
        member.jobs.enqueue(job);
        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
        await().until(() -> cluster.row(job).state() == JobState.SUCCEEDED);
        member.map().evict(JobKey.of(job));

        assertThat(member.jobs.enqueue(job)).isEqualTo(Enqueued.JOINED);
        assertThat(runs(job)).hasValue(1);
    }

    @Test
    void a_job_that_is_over_may_be_enqueued_again_under_its_id() {
        Job job = enqueued(PAYMENT, (_, _) -> {});
        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
        await().until(() -> cluster.row(job).state() == JobState.SUCCEEDED);
        member.map().evict(JobKey.of(job));
        Job again = Job.ready(job.id(), job.affinity(), job.request(), Instant.now(), Instant.now());

        assertThat(member.jobs.enqueue(again)).isEqualTo(Enqueued.ADDED);

        await().until(() -> runs(job).get() == 2);
        await().untilAsserted(() ->
                assertThat(cluster.row(job).createdAt()).isEqualTo(micros(again).createdAt()));
        await().until(() -> cluster.row(job).state() == JobState.SUCCEEDED);
    }

    @Test
    void while_one_runs_one_more_waits_and_runs_afterwards() {
        CountDownLatch release = new CountDownLatch(1);
        Job job = job(
                REPORT,
                request -> request.with().unique(Uniqueness.WHILE_RUNNING).build(),
                Instant.now());
        ACTIONS.put(job.id(), (_, _) -> release.await());
        member.jobs.enqueue(job);
        await().until(() -> runs(job).get() == 1);

        assertThat(member.jobs.enqueueAll(List.of(job, job))).containsOnly(Enqueued.JOINED);
        release.countDown();

        await().until(() -> runs(job).get() == 2);
        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
    }

    @Test
    void a_running_job_is_cancelled_within_a_second() {
        Job job = enqueued(REPORT, (_, _) -> Thread.sleep(60_000));
        await().until(() -> runs(job).get() == 1);

        member.jobs.cancel(JobKey.of(job), Instant.now());

        await().atMost(Duration.ofSeconds(1)).until(() -> cluster.state(job) == JobState.CANCELLED);
    }

    @Test
    void a_dead_job_is_revived_from_its_row() {
        Job job = enqueued(PAYMENT, (_, context) -> {
            if (runs(context.job()).get() == 1) {
                throw new JobRejectedException("not yet");
            }
        });
        await().until(() ->
                cluster.state(job) == JobState.DEAD && !member.find(job).isOwing());
        await().until(() ->
                cluster.row(job).state() == JobState.DEAD && !cluster.row(job).isOwing());
        member.map().evict(JobKey.of(job));

        assertThat(member.jobs.revive(JobKey.of(job), Instant.now())).isPresent();

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
        assertThat(member.jobs.revive(new JobKey("nobody", 1), Instant.now())).isEmpty();
    }

    @Test
    void a_paused_channel_keeps_its_jobs() {
        new JobChannelGrid(member.grid).pause(Channel.BULK, true);
        await().until(() -> member.workers.isPaused(Channel.BULK));
        Job job = enqueued(BULK, (_, _) -> {});
        Job other = enqueued(PAYMENT, (_, _) -> {});
        await().until(() -> cluster.state(other) == JobState.SUCCEEDED);
        assertThat(runs(job)).hasValue(0);

        new JobChannelGrid(member.grid).pause(Channel.BULK, false);

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
    }

    @Test
    void a_sensitive_payload_is_readable_to_its_handler_only() {
        List<String> read = new java.util.concurrent.CopyOnWriteArrayList<>();
        Job job = job(SECRET, request -> request, Instant.now());
        ACTIONS.put(job.id(), (text, _) -> read.add(text));
        member.jobs.enqueue(job);

        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);

        assertThat(read).containsExactly(job.id());
        assertThat(member.find(job).request().payload()).startsWith("sealed:").doesNotContain(job.id());
        assertThat(cluster.row(job).request().payload()).startsWith("sealed:");
    }

    @Test
    void progress_cursor_and_log_are_seen_while_a_job_runs() {
        CountDownLatch release = new CountDownLatch(1);
        Job job = enqueued(REPORT, (_, context) -> {
            context.log("begun");
            context.progress(1, 4, "a quarter");
            context.saveCursor("row 7");
            release.await();
        });

        await().until(() -> runs(job).get() == 1 && member.find(job).trace().cursor() != null);
        assertThat(member.find(job).trace().progress().percent()).isEqualTo(25);
        assertThat(member.find(job).trace().log()).containsExactly("begun");
        release.countDown();
        await().until(() -> cluster.state(job) == JobState.SUCCEEDED);
    }

    @Test
    void many_jobs_are_each_run_once() {
        List<Job> jobs = IntStream.range(0, 3_000)
                .mapToObj(_ -> job(PAYMENT, request -> request, Instant.now()))
                .toList();

        assertThat(member.jobs.enqueueAll(jobs)).containsOnly(Enqueued.ADDED);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> jobs.stream().allMatch(job -> runs(job).get() > 0));
        await().until(() -> member.workers.waiting(Channel.PAYMENTS) == 0);
        assertThat(jobs).allSatisfy(job -> assertThat(runs(job)).hasValue(1));
    }

    private static Job enqueued(JobType<Work> type, JobCluster.Action action) {
        Job job = job(type, request -> request, Instant.now());
        ACTIONS.put(job.id(), action);
        member.jobs.enqueue(job);
        return job;
    }

    private static Job job(JobType<Work> type, java.util.function.UnaryOperator<JobRequest> described, Instant runAt) {
        String id = type.name() + "-" + NUMBER.incrementAndGet();
        JobRequest request = described.apply(type.request(new Work(id)));
        return Job.ready(id, member.jobs.lane(), request, runAt, Instant.now());
    }

    /** As it is stored: times are whole microseconds. */
    private static Job micros(Job job) {
        var unit = java.time.temporal.ChronoUnit.MICROS;
        return Job.ready(
                job.id(),
                job.affinity(),
                job.request(),
                job.runAt().truncatedTo(unit),
                job.createdAt().truncatedTo(unit));
    }
}
