package org.csrgrid.gridnode.job.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.MapStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.BatchState;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.batch.BatchGrid;
import org.csrgrid.gridnode.testing.Members;
import org.csrgrid.gridnode.testing.SettableClock;
import org.csrgrid.mapstore.MapStoreOptions;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches on two real members beside a real database; the test plays the workers. */
class BatchesTest {

    private static final JobRequest WORK = JobRequest.of("work", Channel.BULK, "{}");
    private static final JobRequest THANKS = JobRequest.of("thanks", Channel.NOTIFICATIONS, "{}");
    private static final JobRequest ALARM = JobRequest.of("alarm", Channel.NOTIFICATIONS, "{}");
    private static final JobRequest TIDY = JobRequest.of("tidy", Channel.NOTIFICATIONS, "{}");
    private static final BatchRequest GALA =
            BatchRequest.of("gala", "Gala").then(THANKS).catches(ALARM).atLast(TIDY);

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private static Members members;

    private final SettableClock clock = new SettableClock();
    private final Map<String, Job> enqueued = new ConcurrentHashMap<>();
    private final AtomicInteger twice = new AtomicInteger();
    private final Database database = TestServer.mariaDb().emptiedDatabase();
    private final MapStores stores = MapStores.open(database, MapStoreOptions.DEFAULTS, InstantSource.system());
    private BatchGrid batches;
    private BatchReports reports;

    @BeforeAll
    static void start_the_members() {
        members = Members.of(2, _ -> {});
    }

    @AfterAll
    static void stop_the_members() {
        members.close();
    }

    @BeforeEach
    void begin() {
        members.get(0).getMap(GridMaps.JOB_BATCHES).clear();
        batches = new BatchGrid(members.get(1), this::enqueue);
        reports = new BatchReports(batches, clock);
    }

    @AfterEach
    void close() {
        reports.close();
        stores.close();
    }

    @Test
    void when_all_have_succeeded_what_follows_is_enqueued_once() {
        start(3);
        report(reports, List.of(over(0, JobState.SUCCEEDED), over(1, JobState.SUCCEEDED)));
        assertThat(followers()).isEmpty();

        report(reports, List.of(over(2, JobState.SUCCEEDED)));
        report(reports, List.of(over(2, JobState.SUCCEEDED), over(0, JobState.SUCCEEDED)));

        assertThat(followers()).containsExactlyInAnyOrder("thanks", "tidy");
        assertThat(twice).hasValue(0);
        assertThat(batches.find("gala").orElseThrow().state()).isEqualTo(BatchState.SUCCEEDED);
        assertThat(batches.find("gala").orElseThrow().isOpen()).isFalse();
    }

    @Test
    void the_first_dead_one_raises_the_alarm_once_and_the_end_comes_all_the_same() {
        start(3);
        report(reports, List.of(over(0, JobState.DEAD)));
        assertThat(followers()).containsExactly("alarm");

        report(reports, List.of(over(1, JobState.DEAD), over(2, JobState.SUCCEEDED)));
        assertThat(followers()).containsExactlyInAnyOrder("alarm", "tidy");
        assertThat(twice).hasValue(0);
        assertThat(batches.find("gala").orElseThrow().failed()).isEqualTo(2);
    }

    @Test
    void the_same_start_again_is_the_same_batch() {
        JobBatch batch = start(3);

        assertThat(start(3)).isEqualTo(batch);
        assertThat(enqueued).hasSize(3).containsKey("gala#2");
        assertThat(twice).hasValue(0);
    }

    @Test
    void a_start_that_broke_off_goes_on_when_it_is_repeated() {
        AtomicInteger calls = new AtomicInteger();
        BatchGrid breaking = new BatchGrid(members.get(0), jobs -> {
            if (calls.incrementAndGet() == 2) {
                throw new GridUnavailableException("down", new IllegalStateException());
            }
            enqueue(jobs);
        });
        List<JobRequest> wanted = Collections.nCopies(2_500, WORK);
        assertThatThrownBy(() -> breaking.start(GALA, wanted, clock.instant()))
                .isInstanceOf(GridUnavailableException.class);
        assertThat(enqueued).hasSize(1_000);
        assertThat(batches.find("gala").orElseThrow().isEnqueued()).isFalse();

        breaking.start(GALA, wanted, clock.instant());
        assertThat(enqueued).hasSize(2_500);
        assertThat(batches.find("gala").orElseThrow().isEnqueued()).isTrue();
    }

    @Test
    void a_batch_without_jobs_is_over_at_once() {
        assertThat(start(0).isOpen()).isFalse();
        assertThat(followers()).containsExactlyInAnyOrder("thanks", "tidy");
    }

    @Test
    void ten_thousand_jobs_are_counted_in_a_moment() {
        JobBatch batch = start(10_000);
        List<Job> over = IntStream.range(0, 10_000)
                .mapToObj(index -> over(batch, index, JobState.SUCCEEDED))
                .toList();
        long begun = System.nanoTime();
        report(reports, over);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(batches.find("gala").orElseThrow().done()).isEqualTo(10_000);
        assertThat(followers()).containsExactlyInAnyOrder("thanks", "tidy");
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_callback_whose_member_died_before_it_was_enqueued_is_made_up_for_by_the_sweep() {
        JobBatch batch = start(1);
        BatchGrid dying = new BatchGrid(members.get(0), _ -> {
            throw new IllegalStateException("killed");
        });
        try (var failing = new BatchReports(dying, clock)) {
            assertThatThrownBy(() -> failing.ended(over(0, JobState.SUCCEEDED))).hasMessage("killed");
        }
        assertThat(followers()).isEmpty();
        storeRow(batches.find(batch.id()).orElseThrow());

        clock.advance(Duration.ofSeconds(11));
        sweep(Set.of()).look();
        assertThat(followers()).containsExactlyInAnyOrder("thanks", "tidy");
        assertThat(twice).hasValue(0);
    }

    @Test
    void ends_nobody_reported_are_read_from_the_rows() {
        JobBatch batch = start(3);
        storeRow(batch);
        storeJobs(over(0, JobState.SUCCEEDED), over(1, JobState.SUCCEEDED), over(2, JobState.DEAD));

        sweep(Set.of()).look();
        assertThat(followers()).as("it is not quiet yet").isEmpty();
        clock.advance(Duration.ofSeconds(11));
        sweep(Set.of()).look();
        assertThat(followers()).containsExactlyInAnyOrder("alarm", "tidy");
    }

    @Test
    void jobs_that_are_nowhere_count_as_cancelled_after_two_looks() {
        JobBatch batch = start(3);
        storeRow(batch);
        storeJobs(over(0, JobState.SUCCEEDED));
        Set<String> live = new HashSet<>(Set.of("gala#1"));
        BatchSweep sweep = sweep(live);
        clock.advance(Duration.ofMinutes(5));

        sweep.look();
        assertThat(batches.find("gala").orElseThrow().done()).isEqualTo(1);
        storeRow(batches.find("gala").orElseThrow());
        clock.advance(Duration.ofMinutes(5));
        sweep.look();
        assertThat(batches.find("gala").orElseThrow().missing()).containsExactly(1);
        storeRow(batches.find("gala").orElseThrow());
        live.clear();
        clock.advance(Duration.ofMinutes(5));
        sweep.look();
        assertThat(batches.find("gala").orElseThrow().state()).isEqualTo(BatchState.FAILED);
        assertThat(followers()).containsExactly("tidy");
    }

    @Test
    void a_start_that_was_never_repeated_is_given_up_after_an_hour() {
        BatchGrid dying = new BatchGrid(members.get(0), _ -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> dying.start(GALA, List.of(WORK, WORK), clock.instant()))
                .hasMessage("killed");
        storeRow(batches.find("gala").orElseThrow());
        BatchSweep sweep = sweep(Set.of());
        clock.advance(Duration.ofMinutes(61));

        sweep.look();
        sweep.look();
        assertThat(batches.find("gala").orElseThrow().isOpen()).isFalse();
        assertThat(followers()).containsExactly("tidy");
    }

    @Test
    void ends_of_jobs_without_a_batch_are_passed_over() {
        Job alone =
                Job.ready("alone", 1, WORK, clock.instant(), clock.instant()).cancel(clock.instant());

        reports.ended(alone);
        assertThat(batches.report("unknown", List.of(), clock.instant())).isEmpty();
        assertThat(enqueued).isEmpty();
    }

    /** All at once, as deliveries do it. */
    private static void report(BatchReports reports, List<Job> over) {
        CompletableFuture.allOf(over.stream()
                        .map(job -> CompletableFuture.runAsync(() -> reports.ended(job), THREADS))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private JobBatch start(int size) {
        return batches.start(GALA, Collections.nCopies(size, WORK), clock.instant());
    }

    private void enqueue(List<Job> jobs) {
        jobs.forEach(job -> {
            boolean isThere = enqueued.putIfAbsent(job.id(), job) != null;
            if (isThere && job.request().batch() == null) {
                twice.incrementAndGet();
            }
        });
    }

    private List<String> followers() {
        return enqueued.values().stream()
                .filter(job -> job.request().batch() == null)
                .map(Job::name)
                .toList();
    }

    private Job over(int index, JobState end) {
        return over(batches.find("gala").orElseThrow(), index, end);
    }

    private Job over(JobBatch batch, int index, JobState end) {
        Instant now = clock.instant();
        Job job = batch.job(index, WORK, now);
        Job running = job.claim("worker", now, Duration.ofSeconds(30)).orElseThrow();
        return switch (end) {
            case SUCCEEDED -> running.succeed(List.of(), now);
            case DEAD -> running.fail("no luck", 1, Duration.ZERO, true, now);
            default -> job.cancel(now);
        };
    }

    private BatchSweep sweep(Set<String> live) {
        return new BatchSweep(members.get(0), stores.batchDao(), batches, key -> live.contains(key.id()), clock);
    }

    @SuppressWarnings("unchecked")
    private void storeRow(JobBatch batch) {
        ((MapStore<String, JobBatch>) stores.store(GridMaps.JOB_BATCHES)).store(batch.id(), batch);
    }

    @SuppressWarnings("unchecked")
    private void storeJobs(Job... jobs) {
        ((MapStore<JobKey, Job>) stores.store(GridMaps.JOBS))
                .storeAll(List.of(jobs).stream().collect(Collectors.toMap(JobKey::of, job -> job)));
    }
}
