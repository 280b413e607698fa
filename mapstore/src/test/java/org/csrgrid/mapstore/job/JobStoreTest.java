package org.csrgrid.mapstore.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.Meeting;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobStoreTest extends StoreTestBase {
    private static final Instant NOW = Story.START;

    private MapStore<JobKey, Job> jobs;

    @BeforeEach
    void find_the_store() {
        jobs = mapStore(GridMaps.JOBS);
    }

    @Test
    void waiting_running_and_dead_jobs_are_found_again() {
        Job ready = ready("one", NOW);
        Job running = claimed(ready("two", NOW));
        Job dead = running.fail("it \"broke\" 💥", 1, Duration.ZERO, true, NOW);
        Job third = Job.ready("three", 4, JobRequest.of("warm-cache", Channel.CACHE_WARMING, "{}"), NOW, NOW);
        put(ready.note(JobTrace.EMPTY), running, third);
        assertThat(unfinished()).containsExactly(ready.note(JobTrace.EMPTY), third, running);
        put(dead);
        assertThat(found("two")).isEqualTo(dead);
    }

    @Test
    void everything_a_job_carries_comes_back() {
        JobRequest step = JobRequest.of("send-thanks", Channel.NOTIFICATIONS, "{\"text\":\"thanks\"}")
                .with()
                .payload("secret", 3, true)
                .unique(Uniqueness.debounced(Duration.ofSeconds(7)))
                .forgotten()
                .build();
        JobRequest full = step.with()
                .organization(70)
                .owner(8)
                .rateKey("mail")
                .unique(Uniqueness.WHILE_RUNNING)
                .batch(new BatchPlace("batch-1", 4))
                .then(List.of(step, step.with().organization(7).build()))
                .build();
        Job running = claimed(Job.ready("full", -3, full, NOW, NOW))
                .note(new JobTrace(
                        new JobProgress(1, 2, "half", NOW, NOW.plusSeconds(1)), "row 7", List.of("first", "second")));
        Job asked = ((Meeting.Changes) running.meet(Job.ready("full", -3, full, NOW, NOW))).job();
        Job over = asked.cancel(NOW).succeed(List.of(Job.ready("left", 9, step, NOW.plusSeconds(5), NOW)), NOW);
        put(asked);
        assertThat(found("full")).isEqualTo(asked);
        put(over);
        assertThat(found("full")).isEqualTo(over);
        assertThat(unfinished()).containsExactly(over);
    }

    @Test
    void a_finished_job_stays_and_one_that_is_not_to_be_remembered_is_gone() {
        Job kept = claimed(ready("kept", NOW)).succeed(List.of(), NOW);
        JobRequest passing = kept.request().with().forgotten().build();
        Job waiting = claimed(Job.ready("gone", 3, passing, NOW, NOW));
        put(kept, waiting);
        assertThat(unfinished()).containsExactly(waiting);
        put(waiting.succeed(List.of(), NOW));
        assertThat(stores.jobDao().byIds(List.of("kept", "gone"))).containsExactly(kept);
    }

    @Test
    void a_forgotten_job_is_gone() {
        Job job = claimed(ready("one", NOW));
        put(job);
        jobs.delete(JobKey.of(job));
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void nothing_is_loaded_because_what_the_map_does_not_know_is_over() {
        Job job = claimed(ready("one", NOW));
        put(job);
        assertThat(jobs.load(JobKey.of(job))).isNull();
        assertThat(jobs.loadAll(List.of(JobKey.of(job)))).isEmpty();
        assertThat(jobs.loadAllKeys()).isNull();
    }

    @Test
    void an_older_version_never_replaces_a_newer_one() {
        Job running = claimed(ready("one", NOW));
        Job renewed = running.renew(NOW.plusSeconds(90));
        put(renewed);
        put(running);
        assertThat(found("one")).isEqualTo(renewed);
    }

    /** The row of the one before is replaced also when both begin with version 1. */
    @Test
    void a_job_enqueued_again_replaces_the_finished_one_of_its_id() {
        Job dead = claimed(ready("one", NOW)).fail("broken", 1, Duration.ZERO, true, NOW);
        Job again = ready("one", NOW.plusMillis(1));
        put(dead);
        stores.jobLog().put(List.of(again));
        assertThat(found("one")).isEqualTo(again);
        put(dead);
        assertThat(found("one")).isEqualTo(again);
    }

    @Test
    void new_jobs_of_durable_channels_are_inserted_once_and_not_written_behind() {
        Job first = ready("one", NOW);
        Job second = ready("two", NOW);
        assertThat(stores.jobLog().insert(List.of(first))).isEmpty();
        assertThat(stores.jobLog().insert(List.of(ready("one", NOW.plusSeconds(9)), second, second)))
                .containsExactlyInAnyOrder("one", "two");
        assertThat(unfinished()).containsExactly(first, second);
        put(ready("three", NOW));
        assertThat(unfinished()).hasSize(2);
    }

    @Test
    void jobs_of_a_state_are_read_in_pages_in_the_order_they_were_created() {
        for (int number = 10; number < 35; number++) {
            put(claimed(ready("job-" + number, NOW.plusSeconds(number / 5))));
        }
        List<Job> first = stores.jobDao().created(JobState.RUNNING, NOW.plusSeconds(3), NOW.plusSeconds(5), null, 7);
        List<Job> rest =
                stores.jobDao().created(JobState.RUNNING, NOW.plusSeconds(3), NOW.plusSeconds(5), first.getLast(), 100);
        assertThat(first).extracting(Job::id).startsWith("job-15", "job-16").endsWith("job-21");
        assertThat(rest).extracting(Job::id).startsWith("job-22", "job-23").endsWith("job-29");
        assertThat(stores.jobDao().created(JobState.READY, NOW, NOW.plusSeconds(99), null, 7))
                .isEmpty();
    }

    private void put(Job... some) {
        jobs.storeAll(Arrays.stream(some).collect(Collectors.toMap(JobKey::of, Function.identity())));
    }

    private Job found(String id) {
        return stores.jobDao().byIds(List.of(id)).getFirst();
    }

    private List<Job> unfinished() {
        return Stream.of(
                        stores.jobDao().created(JobState.READY, Instant.EPOCH, NOW.plusSeconds(3600), null, 100),
                        stores.jobDao().created(JobState.RUNNING, Instant.EPOCH, NOW.plusSeconds(3600), null, 100),
                        stores.jobDao().owing("", 100))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Job::id))
                .toList();
    }

    private static Job claimed(Job job) {
        return job.claim("worker-1", NOW.plusSeconds(100), Duration.ofMinutes(1))
                .orElseThrow();
    }

    private static Job ready(String id, Instant now) {
        return Job.ready(id, 3, JobRequest.of("settle-donation", Channel.PAYMENTS, "{}"), now, now);
    }
}
