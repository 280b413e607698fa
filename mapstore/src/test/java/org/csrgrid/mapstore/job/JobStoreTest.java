package org.csrgrid.mapstore.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
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
    void waiting_running_and_dead_jobs_come_back() {
        Job ready = ready("one", NOW);
        Job running =
                ready("two", NOW).claim("worker-1", NOW, Duration.ofMinutes(1)).orElseThrow();
        Job dead = running.fail("it \"broke\" 💥", 1, Duration.ZERO, true, NOW);
        Job third = Job.ready("three", 4, JobRequest.of("warm-cache", Channel.CACHE_WARMING, "{}"), NOW, NOW);
        jobs.storeAll(Map.of(JobKey.of(ready), ready, JobKey.of(running), running, JobKey.of(third), third));
        assertThat(jobs.loadAllKeys())
                .containsExactlyInAnyOrder(JobKey.of(ready), JobKey.of(running), JobKey.of(third));
        assertThat(jobs.loadAll(List.of(JobKey.of(ready), JobKey.of(running), JobKey.of(third)))
                        .values())
                .containsExactlyInAnyOrder(ready, running, third);
        jobs.store(JobKey.of(dead), dead);
        assertThat(jobs.load(JobKey.of(dead))).isEqualTo(dead);
    }

    @Test
    void a_finished_job_is_gone() {
        Job job = ready("one", NOW);
        jobs.store(JobKey.of(job), job);
        jobs.delete(JobKey.of(job));
        assertThat(jobs.load(JobKey.of(job))).isNull();
    }

    @Test
    void an_older_version_never_replaces_a_newer_one() {
        Job ready = ready("one", NOW);
        Job running = ready.claim("worker-1", NOW, Duration.ofMinutes(1)).orElseThrow();
        jobs.store(JobKey.of(running), running);
        jobs.store(JobKey.of(ready), ready);
        assertThat(jobs.load(JobKey.of(ready))).isEqualTo(running);
    }

    /** The delete in between never reaches the store when it and the new job fall into one flush. */
    @Test
    void a_job_enqueued_again_replaces_the_finished_one_of_its_id() {
        Job dead = ready("one", NOW)
                .claim("worker-1", NOW, Duration.ofMinutes(1))
                .orElseThrow()
                .fail("broken", 1, Duration.ZERO, true, NOW);
        Job again = ready("one", NOW.plusMillis(1));
        jobs.store(JobKey.of(dead), dead);
        jobs.store(JobKey.of(again), again);
        assertThat(jobs.load(JobKey.of(again))).isEqualTo(again);
        jobs.store(JobKey.of(dead), dead);
        assertThat(jobs.load(JobKey.of(again))).isEqualTo(again);
    }

    private static Job ready(String id, Instant now) {
        return Job.ready(id, 3, JobRequest.of("settle-donation", Channel.PAYMENTS, "{}"), now, now);
    }
}
