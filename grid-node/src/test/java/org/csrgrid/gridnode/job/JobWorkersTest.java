package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.csrgrid.config.grid.MemberSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.ClaimJob;
import org.csrgrid.grid.job.FinishJob;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobSignals;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.wire.WireTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers on one real member; what the jobs do is up to each test. */
class JobWorkersTest {

    private static final Settings SETTINGS = SettingsLoader.defaultsWith(Map.of(
            "grid.port", "0",
            "grid.cluster-name", "jobs-" + UUID.randomUUID(),
            "jobs.lease", "2s",
            "jobs.sweep-interval", "100ms",
            "jobs.channels.payments.backoff", "100ms",
            "jobs.channels.payments.tries", "3"));

    private static final JobType<Work> WORK = JobType.of("work", Channel.PAYMENTS, Work.class);

    private final HazelcastInstance grid = Hazelcast.newHazelcastInstance(config());
    private final JobSignals signals = new JobSignals(grid, 4);
    private final JobGrid jobs = new JobGrid(grid, signals);
    private final IMap<JobKey, Job> map = grid.getMap(GridMaps.JOBS);
    private final ConcurrentLinkedQueue<JobWorkers> started = new ConcurrentLinkedQueue<>();

    private record Work() {}

    private static Config config() {
        Config config = MemberSetup.base(SETTINGS.grid());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        return config;
    }

    @AfterEach
    void stop() {
        started.forEach(JobWorkers::close);
        signals.close();
        grid.getLifecycleService().terminate();
    }

    @Test
    void a_job_is_run_once_and_removed() {
        AtomicInteger runs = new AtomicInteger();
        JobWorkers workers = workers(job -> runs.incrementAndGet());
        jobs.enqueue(job("one"));
        await().until(() -> workers.figures(Channel.PAYMENTS).finished() == 1);
        assertThat(runs).hasValue(1);
        assertThat(map.size()).isZero();
    }

    @Test
    void the_same_cause_enqueued_twice_is_one_job() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        workers(job -> {
            runs.incrementAndGet();
            await().until(() -> release.getCount() == 0);
        });
        jobs.enqueue(job("same"));
        jobs.enqueue(job("same"));
        await().until(() -> runs.get() == 1);
        release.countDown();
        await().until(map::isEmpty);
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_failing_job_is_tried_as_often_as_its_channel_allows_and_then_is_dead_with_its_reason() {
        AtomicInteger runs = new AtomicInteger();
        workers(job -> {
            runs.incrementAndGet();
            throw new IllegalStateException("no luck");
        });
        Job job = job("failing");
        jobs.enqueue(job);
        await().until(() -> state(job) == JobState.DEAD);
        assertThat(runs).hasValue(3);
        assertThat(map.get(JobKey.of(job)).lastError()).contains("no luck");
    }

    @Test
    void a_rejected_job_is_dead_at_once() {
        workers(job -> {
            throw new JobRejectedException("never");
        });
        Job job = job("rejected");
        jobs.enqueue(job);
        await().until(() -> state(job) == JobState.DEAD);
        assertThat(map.get(JobKey.of(job)).attempts()).isEqualTo(1);
    }

    @Test
    void a_job_of_an_unknown_name_is_dead_and_names_what_is_known() {
        workers(job -> {});
        Job job = Job.ready("x", 1, JobRequest.of("unknown", Channel.PAYMENTS, "{}"), Instant.now(), Instant.now());
        jobs.enqueue(job);
        await().until(() -> state(job) == JobState.DEAD);
        assertThat(map.get(JobKey.of(job)).lastError()).contains("unknown").contains("work");
    }

    @Test
    void a_postponed_job_runs_later_and_the_attempt_does_not_count() {
        AtomicInteger runs = new AtomicInteger();
        JobWorkers workers = workers(job -> {
            if (runs.incrementAndGet() <= 4) {
                throw new JobPostponedException("not yet", Duration.ofMillis(50));
            }
        });
        jobs.enqueue(job("postponed"));
        await().until(() -> workers.figures(Channel.PAYMENTS).finished() == 1);
        assertThat(runs).hasValue(5);
    }

    @Test
    void a_job_whose_signal_got_lost_is_found_by_the_sweeper() {
        Job job = Job.ready("lost", 1, WORK.request(new Work()), past(), past());
        map.set(JobKey.of(job), job);
        JobWorkers workers = workers(ignored -> {});
        await().until(() -> workers.figures(Channel.PAYMENTS).finished() == 1);
    }

    @Test
    void a_job_whose_worker_died_runs_again_and_the_dead_workers_token_is_refused() {
        Job job = Job.ready("orphan", 1, WORK.request(new Work()), past(), past());
        map.set(JobKey.of(job), job);
        Job claimed = map.executeOnKey(
                JobKey.of(job), new ClaimJob("a dead member", past().plusSeconds(1), Duration.ofSeconds(1)));
        CountDownLatch release = new CountDownLatch(1);
        JobWorkers workers = workers(ignored -> await().until(() -> release.getCount() == 0));
        await().until(() -> workers.figures(Channel.PAYMENTS).running() == 1);
        assertThat(map.executeOnKey(JobKey.of(job), new FinishJob(claimed.lastToken())))
                .isFalse();
        release.countDown();
        await().until(() -> workers.figures(Channel.PAYMENTS).finished() == 1);
    }

    @Test
    void a_job_that_runs_longer_than_its_lease_keeps_it() {
        AtomicInteger runs = new AtomicInteger();
        JobWorkers workers = workers(job -> {
            runs.incrementAndGet();
            Instant end = Instant.now().plusSeconds(4);
            await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(end));
        });
        jobs.enqueue(job("long"));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> workers.figures(Channel.PAYMENTS).finished() == 1);
        assertThat(runs).hasValue(1);
    }

    private static Instant past() {
        return Instant.now().minusSeconds(60);
    }

    private JobState state(Job job) {
        Job now = map.get(JobKey.of(job));
        return now == null ? JobState.READY : now.state();
    }

    private static Job job(String id) {
        return Job.ready(id, 1, WORK.request(new Work()), Instant.now(), Instant.now());
    }

    private JobWorkers workers(Consumer<Job> work) {
        JobHandler<Work> handler = new JobHandler<>() {
            @Override
            public JobType<Work> type() {
                return WORK;
            }

            @Override
            public void run(Work payload, JobContext context) {
                work.accept(context.job());
            }
        };
        JobWorkers workers = new JobWorkers(grid, SETTINGS.jobs(), signals, List.of(handler), Clock.systemUTC());
        started.add(workers);
        return workers;
    }
}
