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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobProcessorsTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Map.Entry<JobKey, Job> entry = new SimpleEntry<>(new JobKey("job-1", 7), null);

    @Test
    void a_job_is_enqueued_once() {
        assertThat(new EnqueueJob(job("job-1", 7)).process(entry)).isTrue();
        Job claimed = new ClaimJob("worker-1", NOW, LEASE).process(entry);

        assertThat(new EnqueueJob(job("job-1", 7)).process(entry)).isFalse();
        assertThat(entry.getValue()).isEqualTo(claimed);
    }

    @Test
    void of_many_workers_one_gets_the_job() {
        entry.setValue(job("job-1", 7));

        assertThat(new ClaimJob("worker-1", NOW, LEASE).process(entry)).isEqualTo(entry.getValue());
        assertThat(new ClaimJob("worker-2", NOW, LEASE).process(entry)).isNull();
        assertThat(entry.getValue().isHeldBy(1)).isTrue();
    }

    @Test
    void a_finished_job_is_gone() {
        claimed();

        assertThat(new FinishJob(1).process(entry)).isTrue();
        assertThat(entry.getValue()).isNull();
        assertThat(new FinishJob(1).process(entry)).isFalse();
    }

    @Test
    void a_failed_job_waits_for_its_next_try() {
        claimed();

        Job failed = new FailJob(1, "timeout", 3, Duration.ofSeconds(30), false, NOW).process(entry);

        assertThat(entry.getValue()).isEqualTo(failed);
        assertThat(failed.state()).isEqualTo(JobState.READY);
        assertThat(failed.runAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void a_renewed_lease_lasts_longer_and_a_job_handed_back_is_to_be_had() {
        claimed();

        assertThat(new RenewJob(1, LATER.plusSeconds(60)).process(entry)).isTrue();
        assertThat(new ClaimJob("worker-2", LATER, LEASE).process(entry)).isNull();
        assertThat(new HandBackJob(1, NOW).process(entry)).isTrue();
        assertThat(new ClaimJob("worker-2", NOW, LEASE).process(entry)).isNotNull();
    }

    @Test
    void only_jobs_of_the_worker_that_is_gone_are_orphaned() {
        claimed();

        assertThat(new OrphanJob("worker-2", NOW).process(entry)).isFalse();
        assertThat(new OrphanJob("worker-1", NOW).process(entry)).isTrue();
        assertThat(new ClaimJob("worker-2", NOW, LEASE).process(entry).isHeldBy(2))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("operationsOfAnEarlierLease")
    void a_worker_that_lost_its_lease_changes_nothing(EntryProcessor<JobKey, Job, ?> late) {
        claimed();
        new OrphanJob("worker-1", NOW).process(entry);
        Job taken = new ClaimJob("worker-2", NOW, LEASE).process(entry);

        assertThat(late.process(entry)).isIn(false, null);
        assertThat(entry.getValue()).isEqualTo(taken);
        assertThat(late.process(new SimpleEntry<>(entry.getKey(), null))).isIn(false, null);
    }

    static List<EntryProcessor<JobKey, Job, ?>> operationsOfAnEarlierLease() {
        return List.of(
                new FinishJob(1),
                new FailJob(1, "timeout", 3, Duration.ofSeconds(30), false, NOW),
                new RenewJob(1, LATER),
                new HandBackJob(1, NOW));
    }

    private void claimed() {
        entry.setValue(job("job-1", 7));
        new ClaimJob("worker-1", NOW, LEASE).process(entry);
    }
}
