package org.csrgrid.grid.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.grid.Samples.LATER;
import static org.csrgrid.grid.Samples.NOW;
import static org.csrgrid.grid.Samples.job;

import com.hazelcast.map.EntryProcessor;
import java.time.Duration;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.Uniqueness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobProcessorsTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Map.Entry<JobKey, Job> entry = new SimpleEntry<>(new JobKey("job-1", 7), null);

    @Test
    void of_a_batch_each_entry_gets_its_own_job_and_a_repeat_joins_it() {
        AddJobs batch = new AddJobs(List.of(job("job-0", 7), job("job-1", 7), job("job-2", 7)));

        assertThat(batch.process(entry)).isEqualTo(AddJobs.ADDED);
        assertThat(entry.getValue()).isEqualTo(job("job-1", 7));
        assertThat(batch.process(entry)).isEqualTo(AddJobs.JOINED);
    }

    @Test
    void a_newcomer_meets_the_old_one_as_its_uniqueness_says() {
        Job replacing = job("job-1", 7)
                .withRequest(job("job-1", 7)
                        .request()
                        .with()
                        .payload("{\"n\":2}", 1, false)
                        .unique(Uniqueness.REPLACE)
                        .build());
        entry.setValue(job("job-1", 7));

        assertThat(new AddJobs(List.of(replacing)).process(entry)).isEqualTo(AddJobs.CHANGED);
        assertThat(entry.getValue().request().payload()).isEqualTo("{\"n\":2}");
    }

    @Test
    void of_many_workers_one_gets_the_job_and_learns_whether_it_knows_it() {
        entry.setValue(job("job-1", 7));

        assertThat(claim("worker-1", 1)).isEqualTo(1);
        assertThat(claim("worker-2", 2)).isZero();
        end(JobEnd.postponed("job-1", 1, null, Duration.ZERO));
        assertThat(claim("worker-2", 1)).isEqualTo(-2);
    }

    @Test
    void who_knows_the_job_computes_the_same_claim_as_the_entry() {
        entry.setValue(job("job-1", 7));
        claim("worker-1", 1);

        assertThat(entry.getValue())
                .isEqualTo(job("job-1", 7).claim("worker-1", NOW, LEASE).orElseThrow());
    }

    @Test
    void an_end_answers_what_became_of_the_job() {
        claimed();

        long answer = end(JobEnd.failed("job-1", 1, null, "timeout", 3, Duration.ofSeconds(30), false));

        assertThat(JobAnswer.state(answer)).isEqualTo(JobState.READY);
        assertThat(entry.getValue().runAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(claim("worker-1", 3, LATER)).isEqualTo(2);
        long last = end(JobEnd.failed("job-1", 2, JobTrace.EMPTY.withCursor("row 7"), "no", 3, LEASE, true));
        assertThat(JobAnswer.state(last)).isEqualTo(JobState.DEAD);
        assertThat(JobAnswer.isOwing(last)).isTrue();
        assertThat(entry.getValue().trace().cursor()).isEqualTo("row 7");
    }

    @Test
    void what_a_job_left_is_delivered_once() {
        claimed();
        long answer = end(JobEnd.succeeded("job-1", 1, null, List.of(job("left", 7))));
        long version = entry.getValue().version();

        assertThat(JobAnswer.isOwing(answer)).isTrue();
        assertThat(new DeliveredJob(version - 1, NOW).process(entry)).isEqualTo(JobAnswer.REFUSED);
        assertThat(JobAnswer.isRefused(new DeliveredJob(version, NOW).process(entry)))
                .isFalse();
        assertThat(entry.getValue().isOwing()).isFalse();
        assertThat(new DeliveredJob(version, NOW).process(entry)).isEqualTo(JobAnswer.REFUSED);
    }

    @Test
    void a_renewed_lease_lasts_longer_and_tells_of_a_wish_to_cancel() {
        claimed();

        assertThat(new RenewJobs(List.of("job-1"), List.of(1L), LATER.plusSeconds(60)).process(entry))
                .isEqualTo(RenewJobs.RENEWED);
        assertThat(claim("worker-2", 3, LATER)).isZero();
        new CancelJob(NOW).process(entry);
        assertThat(new RenewJobs(List.of("job-1"), List.of(1L), LATER).process(entry))
                .isEqualTo(RenewJobs.CANCEL_REQUESTED);
    }

    @Test
    void only_jobs_of_the_worker_that_is_gone_are_orphaned() {
        claimed();

        assertThat(new OrphanJob("worker-2", NOW).process(entry)).isFalse();
        assertThat(new OrphanJob("worker-1", NOW).process(entry)).isTrue();
        assertThat(claim("worker-2", 3)).isEqualTo(2);
    }

    @Test
    void only_a_job_the_map_does_not_have_is_put_back() {
        RestoreJobs restore = new RestoreJobs(List.of(job("job-0", 7), job("job-1", 7)), LATER);

        assertThat(restore.process(entry)).isTrue();
        assertThat(entry.getValue().lastToken()).isEqualTo(LATER.toEpochMilli());
        assertThat(restore.process(entry)).isFalse();
    }

    @Test
    void a_job_that_is_over_is_revived_or_forgotten_and_a_live_one_is_not() {
        claimed();
        assertThat(new ForgetJob().process(entry)).isFalse();
        assertThat(new ReviveJob(LATER).process(entry)).isEqualTo(entry.getValue());
        end(JobEnd.succeeded("job-1", 1, null, List.of()));

        assertThat(new ReviveJob(LATER).process(entry).state()).isEqualTo(JobState.READY);
        new CancelJob(LATER).process(entry);
        assertThat(new ForgetJob().process(entry)).isTrue();
        assertThat(entry.getValue()).isNull();
    }

    @Test
    void a_job_stays_in_memory_until_it_is_over_and_owes_nothing_and_then_as_long_as_repeats_may_come() {
        Job running = job("job-1", 7).claim("worker-1", NOW, LEASE).orElseThrow();

        assertThat(Lifetime.secondsOf(running)).isZero();
        assertThat(Lifetime.secondsOf(running.succeed(List.of(job("left", 7)), NOW)))
                .isZero();
        assertThat(Lifetime.secondsOf(running.succeed(List.of(), NOW))).isEqualTo(10);
        assertThat(Lifetime.secondsOf(unique(running, Uniqueness.ONCE).succeed(List.of(), NOW)))
                .isEqualTo(120);
        assertThat(Lifetime.secondsOf(
                        unique(running, Uniqueness.oncePer(Duration.ofHours(1))).succeed(List.of(), NOW)))
                .isEqualTo(3601);
    }

    @Test
    void a_public_id_names_id_and_affinity() {
        for (JobKey key : List.of(new JobKey("send-thanks:7-1", 7), new JobKey("-x-", -1), new JobKey("a", 0))) {
            assertThat(JobKey.parse(key.toString())).contains(key);
        }
        assertThat(List.of("", "7", "7-", "-x", "ß-x", "zzzzzzzzzzzzzzzzz-x", "7-" + "x".repeat(151)))
                .allSatisfy(text -> assertThat(JobKey.parse(text)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operationsOfAnEarlierLease")
    void a_worker_that_lost_its_lease_changes_nothing(EntryProcessor<JobKey, Job, ?> late) {
        claimed();
        new OrphanJob("worker-1", NOW).process(entry);
        claim("worker-2", 3);
        Job taken = entry.getValue();

        assertThat(late.process(entry)).isIn(false, 0L);
        assertThat(entry.getValue()).isEqualTo(taken);
        assertThat(late.process(new SimpleEntry<>(entry.getKey(), null))).isIn(false, 0L);
    }

    static List<EntryProcessor<JobKey, Job, ?>> operationsOfAnEarlierLease() {
        return List.of(
                new EndJobs(List.of(JobEnd.succeeded("job-1", 1, null, List.of(job("left", 7)))), NOW),
                new EndJobs(List.of(JobEnd.failed("job-1", 1, null, "no", 3, LEASE, true)), NOW),
                new EndJobs(List.of(JobEnd.postponed("job-1", 1, null, LEASE)), NOW),
                new RenewJobs(List.of("job-1"), List.of(1L), LATER),
                new NoteJob(1, JobTrace.EMPTY.withCursor("row 7")));
    }

    private static Job unique(Job job, Uniqueness uniqueness) {
        return job.withRequest(job.request().with().unique(uniqueness).build());
    }

    private void claimed() {
        entry.setValue(job("job-1", 7));
        claim("worker-1", 1);
    }

    private long claim(String worker, long version) {
        return claim(worker, version, NOW);
    }

    private long claim(String worker, long version, java.time.Instant now) {
        return new ClaimJobs(worker, now, LEASE, List.of("job-1"), List.of(version)).process(entry);
    }

    private long end(JobEnd end) {
        return new EndJobs(List.of(end), NOW).process(entry);
    }
}
