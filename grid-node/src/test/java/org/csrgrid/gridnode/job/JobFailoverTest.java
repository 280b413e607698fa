package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.job.ClaimJobs;
import org.csrgrid.grid.job.EndJobs;
import org.csrgrid.grid.job.JobAnswer;
import org.csrgrid.grid.job.JobChannelGrid;
import org.csrgrid.grid.job.JobEnd;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.NoteJob;
import org.csrgrid.gridnode.job.JobCluster.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of jobs when members die, leave or start anew. */
class JobFailoverTest {

    private static final JobType<Work> WORK = JobCluster.type("work", Channel.PAYMENTS);
    private static final JobType<Work> MEMORY = JobCluster.type("memory", Channel.REPORTS);

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final JobCluster cluster = new JobCluster();

    @BeforeEach
    void describe() {
        cluster.with("jobs.lease", "30s").handler(WORK, this::work).handler(MEMORY, this::work);
    }

    private void work(String text, JobContext context) throws Exception {
        runs(context.job()).incrementAndGet();
        if (text.equals("waits")) {
            release.await();
        }
    }

    private AtomicInteger runs(Job job) {
        return runs.computeIfAbsent(job.id(), _ -> new AtomicInteger());
    }

    @AfterEach
    void stop() {
        release.countDown();
        cluster.close();
    }

    @Test
    void jobs_of_a_member_that_dies_run_elsewhere_within_five_seconds_although_their_leases_go_on() {
        JobMember survivor = cluster.start();
        JobMember victim = cluster.start();
        long affinity = victim.ownAffinity();
        List<Job> jobs = IntStream.range(0, 4)
                .mapToObj(number -> job(WORK, "waits", "running-" + number, affinity))
                .toList();
        victim.jobs.enqueueAll(jobs);
        await().until(() -> jobs.stream().allMatch(job -> runs(job).get() == 1));

        cluster.kill(victim);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> jobs.stream().allMatch(job -> runs(job).get() == 2));
        assertThat(survivor.find(jobs.getFirst()).lease().worker()).isEqualTo(survivor.uuid());
    }

    @Test
    void a_worker_that_lost_its_lease_is_refused_whatever_it_writes() {
        JobMember member = cluster.start();
        new JobChannelGrid(member.grid).pause(Channel.PAYMENTS, true);
        await().until(() -> member.workers.isPaused(Channel.PAYMENTS));
        Job job = job(WORK, "goes", "fenced", 1);
        member.jobs.enqueue(job);
        Job left = job(WORK, "goes", "left", 1);
        long frozen = member.map()
                .executeOnKey(
                        JobKey.of(job),
                        new ClaimJobs("frozen", Instant.now(), Duration.ofMillis(300), List.of(job.id()), List.of(1L)));
        new JobChannelGrid(member.grid).pause(Channel.PAYMENTS, false);
        await().until(() -> member.find(job).state() == JobState.SUCCEEDED);

        JobEnd late = JobEnd.succeeded(job.id(), frozen, null, List.of(left));
        assertThat(member.map().executeOnKey(JobKey.of(job), new EndJobs(List.of(late), Instant.now())))
                .isEqualTo(JobAnswer.REFUSED);
        assertThat(member.map().executeOnKey(JobKey.of(job), new NoteJob(frozen, JobTrace.EMPTY.withCursor("late"))))
                .isFalse();
        assertThat(member.find(left)).isNull();
        assertThat(runs(job)).hasValue(1);
    }

    @Test
    void a_member_that_leaves_gives_its_jobs_back_and_no_attempt_is_counted() {
        JobMember survivor = cluster.start();
        JobMember leaver = cluster.start();
        long affinity = leaver.ownAffinity();
        Job job = job(WORK, "waits", "drained", affinity);
        leaver.jobs.enqueue(job);
        await().until(() -> runs(job).get() == 1);

        Thread leaving = Thread.ofVirtual().start(() -> cluster.leave(leaver));

        await().atMost(Duration.ofSeconds(40)).until(() -> runs(job).get() == 2);
        assertThat(survivor.find(job).attempts()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> !leaving.isAlive());
    }

    @Test
    void a_cluster_that_starts_anew_has_all_durable_jobs() {
        JobMember first = cluster.start();
        new JobChannelGrid(first.grid).pause(Channel.PAYMENTS, true);
        await().until(() -> first.workers.isPaused(Channel.PAYMENTS));
        List<Job> jobs = IntStream.range(0, 50)
                .mapToObj(number -> job(WORK, "goes", "kept-" + number, number))
                .toList();
        first.jobs.enqueueAll(jobs);
        cluster.kill(first);

        JobMember second = cluster.start();

        assertThat(second.workers.isPaused(Channel.PAYMENTS)).isTrue();
        assertThat(second.map().size()).isEqualTo(50);
        new JobChannelGrid(second.grid).pause(Channel.PAYMENTS, false);
        await().until(() -> jobs.stream().allMatch(job -> runs(job).get() == 1));
    }

    @Test
    void a_job_whose_member_died_between_the_insert_and_the_map_is_put_back() {
        JobMember member = cluster.start();
        Job job = job(WORK, "goes", "inserted", 1);
        member.stores().jobLog().insert(List.of(job));

        assertThat(member.jobs.enqueue(job).name()).isEqualTo("JOINED");

        await().until(() -> runs(job).get() == 1);
    }

    @Test
    void what_a_job_left_is_enqueued_once_although_its_worker_died_before_that() {
        JobMember member = cluster.start();
        Job left = Job.ready(
                "left-once",
                1,
                WORK.request(new Work("goes")).with().unique(Uniqueness.ONCE).build(),
                Instant.now(),
                Instant.now());
        Job over = job(WORK, "goes", "over", 1)
                .claim("a dead member", Instant.now().plusSeconds(1), Duration.ofSeconds(1))
                .orElseThrow()
                .succeed(List.of(left), Instant.now());

        member.map().set(JobKey.of(over), over);

        await().until(() -> runs(left).get() == 1);
        await().until(() -> !member.find(over).isOwing());
        assertThat(runs(over)).hasValue(0);
        member.jobs.enqueue(left);
        assertThat(runs(left)).hasValue(1);
    }

    @Test
    void a_job_that_kills_its_worker_each_time_is_dead_after_its_tries() {
        cluster.with("jobs.channels.payments.tries", "2");
        JobMember member = cluster.start();
        Job deadly = job(WORK, "goes", "deadly", 1);
        Instant later = Instant.now().plusSeconds(1);
        Job twiceTried = deadly.claim("a dead member", later, Duration.ofMillis(1))
                .flatMap(job -> job.claim("another dead member", later.plusSeconds(1), Duration.ofHours(1)))
                .orElseThrow();

        member.map().set(JobKey.of(deadly), twiceTried);

        await().until(() -> member.find(deadly).state() == JobState.DEAD);
        assertThat(member.find(deadly).lastError()).contains("its worker died in each of 2 attempts");
        assertThat(runs(deadly)).hasValue(0);
    }

    @Test
    void a_member_with_free_workers_takes_jobs_of_one_that_cannot_keep_up() {
        JobMember idle = cluster.start();
        JobMember busy = cluster.start();
        long affinity = busy.ownAffinity();
        List<Job> jobs = IntStream.range(0, 6)
                .mapToObj(number -> job(MEMORY, "waits", "shared-" + number, affinity))
                .toList();

        busy.jobs.enqueueAll(jobs);

        await().until(() -> idle.workers.figures(Channel.REPORTS).running() == 2);
        await().until(() -> busy.workers.figures(Channel.REPORTS).running() == 2);
        release.countDown();
        await().until(() -> jobs.stream().allMatch(job -> runs(job).get() == 1));
    }

    private static Job job(JobType<Work> type, String text, String id, long affinity) {
        return Job.ready(id, affinity, type.request(new Work(text)), Instant.now(), Instant.now());
    }
}
