package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.RateLimit;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.BatchState;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.domain.job.schedule.MissedRuns;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.batch.BatchGrid;
import org.csrgrid.gridnode.job.JobCluster.Work;
import org.csrgrid.gridnode.job.batch.BatchReports;
import org.csrgrid.gridnode.job.batch.BatchSweep;
import org.csrgrid.gridnode.job.rate.RateGate;
import org.csrgrid.gridnode.job.schedule.CronJob;
import org.csrgrid.gridnode.job.schedule.Schedules;
import org.csrgrid.mapstore.job.JobSearch;
import org.csrgrid.mapstore.table.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches, chains, schedules and limits with the engine that runs their jobs, on real members with their database. */
class JobFeaturesTest {

    private static final JobType<Work> STEP = JobCluster.type("step", Channel.BULK);
    private static final JobType<Work> AFTER = JobCluster.type("after", Channel.NOTIFICATIONS);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> parts = new ArrayList<>();
    private volatile Optional<BatchReports> reports = Optional.empty();
    private volatile StartGate gate = StartGate.OPEN;
    private final JobCluster cluster = new JobCluster()
            .with("jobs.channels.bulk.workers-max", "8")
            .handler(STEP, this::run)
            .handler(AFTER, this::run)
            .gate(job -> gate.waitBefore(job))
            .ends(job -> reports.orElseThrow(IllegalStateException::new).ended(job));
    private JobMember first;

    @BeforeEach
    void start() {
        first = cluster.start();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
        cluster.close();
    }

    private void run(String text, JobContext context) {
        runs.computeIfAbsent(text, _ -> new AtomicInteger()).incrementAndGet();
        order.add(text);
        if (text.startsWith("bad")) {
            throw new JobRejectedException("it is bad");
        }
    }

    @Test
    void a_batch_whose_jobs_succeed_is_followed_by_then_and_finally_once() {
        BatchGrid batches = batches(first);
        JobBatch batch = batches.start(gala(), Collections.nCopies(300, STEP.request(new Work("good"))), Instant.now());
        assertThat(batch.size()).isEqualTo(300);

        await().atMost(PATIENCE).until(() -> runs("thanks") == 1 && runs("tidy") == 1);
        JobBatch over = batches.find("gala").orElseThrow();
        assertThat(over.state()).isEqualTo(BatchState.SUCCEEDED);
        assertThat(over.done()).isEqualTo(300);
        assertThat(runs("good")).isEqualTo(300);
        assertThat(runs("alarm")).isZero();
    }

    @Test
    void a_batch_with_dead_jobs_raises_the_alarm_once_and_comes_to_its_end() {
        List<JobRequest> jobs = new ArrayList<>(Collections.nCopies(50, STEP.request(new Work("good"))));
        jobs.addAll(Collections.nCopies(3, STEP.request(new Work("bad"))));
        BatchGrid batches = batches(first);
        batches.start(gala(), jobs, Instant.now());

        await().atMost(PATIENCE).until(() -> runs("alarm") == 1 && runs("tidy") == 1);
        assertThat(batches.find("gala").orElseThrow().failed()).isEqualTo(3);
        assertThat(runs("thanks")).isZero();
    }

    @Test
    void a_batch_of_ten_thousand_jobs_goes_through() {
        BatchGrid batches = batches(first);
        long begun = System.nanoTime();
        batches.start(gala(), Collections.nCopies(10_000, STEP.request(new Work("good"))), Instant.now());
        await().atMost(PATIENCE).until(() -> runs("tidy") == 1);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(taken).isLessThan(Duration.ofSeconds(30));
        assertThat(runs("good")).isEqualTo(10_000);
        assertThat(batches.find("gala").orElseThrow().state()).isEqualTo(BatchState.SUCCEEDED);
    }

    @Test
    void a_batch_comes_to_its_end_although_a_member_is_killed_in_the_middle() {
        JobMember second = cluster.start();
        await().atMost(PATIENCE).until(() -> first.grid.getPartitionService().isClusterSafe());
        BatchGrid batches = batches(first);
        batches.start(gala(), Collections.nCopies(2_000, AFTER.request(new Work("good"))), Instant.now());
        await().atMost(PATIENCE).until(() -> runs("good") > 100);
        cluster.kill(second);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(unfinished(batches)).isEmpty());
        await().atMost(PATIENCE).until(() -> runs("thanks") >= 1 && runs("tidy") >= 1);
        assertThat(runs("good")).isGreaterThanOrEqualTo(2_000);
        assertThat(runs("thanks")).isEqualTo(1);
    }

    @Test
    void the_steps_of_a_chain_run_one_after_the_other_and_stop_at_a_dead_one() {
        batches(first);
        JobRequest chain = STEP.request(new Work("one"))
                .with()
                .then(List.of(AFTER.request(new Work("two")), STEP.request(new Work("three"))))
                .build();
        JobRequest broken = STEP.request(new Work("bad-one"))
                .with()
                .then(List.of(AFTER.request(new Work("never"))))
                .build();
        first.jobs.enqueue(Job.ready("chain", 1, chain, Instant.now(), Instant.now()));
        Job dead = Job.ready("broken", 1, broken, Instant.now(), Instant.now());
        first.jobs.enqueue(dead);

        await().atMost(PATIENCE)
                .until(() -> runs("three") == 1 && cluster.state(dead).isOver());
        assertThat(order.stream().filter(text -> !text.startsWith("bad"))).containsExactly("one", "two", "three");
        assertThat(runs("never")).isZero();
    }

    /** A tick a second on both members' own timers; the oldest is killed in the middle. */
    @Test
    void every_fire_time_is_run_once_while_the_oldest_member_is_killed() {
        JobMember second = cluster.start();
        await().atMost(PATIENCE).until(() -> first.grid.getPartitionService().isClusterSafe());
        batches(second);
        List<Schedules> schedules = List.of(secondly(first), secondly(second));
        schedules.forEach(Schedules::start);
        await().atMost(PATIENCE).until(() -> fires().size() >= 3);
        cluster.kill(first);
        await().atMost(PATIENCE).until(() -> fires().size() >= 8);
        schedules.forEach(Schedules::close);

        List<Instant> fires = fires().stream()
                .map(job -> Instant.parse(job.id().substring("cron:tick:".length())))
                .sorted()
                .toList();
        assertThat(fires).doesNotHaveDuplicates();
        assertThat(Duration.between(fires.getFirst(), fires.getLast()).toSeconds())
                .isEqualTo(fires.size() - 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(runs("tick")).isEqualTo(fires.size()));
    }

    @Test
    void a_limited_kind_of_jobs_starts_no_faster_than_its_limit() {
        batches(first);
        RateLimit limit = new RateLimit(20, Duration.ofSeconds(1), 5, RateLimit.Uncounted.WAITS);
        gate = new RateGate(first.grid, List.of(limited(limit)), Clock.systemUTC());
        long begun = System.nanoTime();
        first.jobs.enqueueAll(IntStream.range(0, 35)
                .mapToObj(i ->
                        Job.ready("limited-" + i, i, STEP.request(new Work("limited")), Instant.now(), Instant.now()))
                .toList());
        await().atMost(PATIENCE).until(() -> runs("limited") == 35);

        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(taken).isBetween(Duration.ofMillis(1_400), Duration.ofSeconds(15));
    }

    private BatchGrid batches(JobMember member) {
        var batches = new BatchGrid(member.grid, member.jobs::enqueueAll);
        var ownReports = new BatchReports(batches, Clock.systemUTC());
        parts.add(ownReports);
        reports = Optional.of(ownReports);
        parts.add(new BatchSweep(
                        member.grid,
                        member.stores().batchDao(),
                        batches,
                        key -> member.jobs.find(key).isPresent(),
                        Clock.systemUTC())
                .start());
        return batches;
    }

    /** The jobs a batch still waits for, as memory has them. */
    private List<String> unfinished(BatchGrid batches) {
        JobBatch batch = batches.find("gala").orElseThrow();
        return batch.missing()
                .mapToObj(index -> first.map().get(new JobKey(JobBatch.jobId("gala", index), batch.affinity(index))))
                .map(job ->
                        job == null ? "gone" : job.id() + " " + job.state() + " " + job.attempts() + " " + job.runAt())
                .toList();
    }

    private Schedules secondly(JobMember member) {
        CronJob tick = CronJob.of("tick", "* * * * * ?", ZoneOffset.UTC, MissedRuns.ALL, AFTER, new Work("tick"));
        return new Schedules(member.grid, List.of(tick), member.jobs::enqueue, Clock.systemUTC());
    }

    /** The jobs of fire times, as their rows say: notifications are durable before they run. */
    private List<Job> fires() {
        return new JobSearch(new Reading(cluster.database().jdbi()))
                .find(JobFilter.parse("id:\"cron:tick:\"*", Instant.now()), null, 500)
                .jobs();
    }

    private static JobHandler<Work> limited(RateLimit limit) {
        return new JobHandler<>() {
            @Override
            public JobType<Work> type() {
                return STEP;
            }

            @Override
            public Optional<RateLimit> rateLimit() {
                return Optional.of(limit);
            }

            @Override
            public void run(Work work, JobContext context) {}
        };
    }

    private static BatchRequest gala() {
        return BatchRequest.of("gala", "Gala")
                .then(AFTER.request(new Work("thanks")))
                .catches(AFTER.request(new Work("alarm")))
                .atLast(AFTER.request(new Work("tidy")));
    }

    private int runs(String text) {
        AtomicInteger count = runs.get(text);
        return count == null ? 0 : count.get();
    }
}
