package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant EXPIRY = NOW.plus(LEASE);
    private static final Duration WAIT = Duration.ofSeconds(60);

    @Test
    void a_job_is_not_started_before_its_time() {
        Job job = ready();

        assertThat(job.claim("worker-1", NOW.minusNanos(1), LEASE)).isEmpty();
        assertThat(job.claim("worker-1", NOW, LEASE)).hasValueSatisfying(claimed -> {
            assertThat(claimed.state()).isEqualTo(JobState.RUNNING);
            assertThat(claimed.attempts()).isEqualTo(1);
            assertThat(claimed.lease()).isEqualTo(new JobLease("worker-1", 1, EXPIRY));
        });
    }

    @Test
    void a_running_job_is_nobody_elses_until_its_lease_ran_out() {
        Job running = claimed(ready(), "worker-1", NOW);

        assertThat(running.claim("worker-2", EXPIRY.minusNanos(1), LEASE)).isEmpty();
        assertThat(running.claim("worker-2", EXPIRY, LEASE)).isPresent();
    }

    @Test
    void a_worker_that_lost_its_lease_is_fenced_off_by_a_larger_token() {
        Job first = claimed(ready(), "worker-1", NOW);
        Job second = claimed(first, "worker-2", EXPIRY);

        assertThat(first.isHeldBy(1)).isTrue();
        assertThat(second.isHeldBy(1)).isFalse();
        assertThat(second.isHeldBy(2)).isTrue();
        assertThat(second.fail("crash", 2, WAIT, false, EXPIRY).isHeldBy(2)).isFalse();
    }

    @Test
    void a_renewed_lease_keeps_its_token() {
        Job renewed = claimed(ready(), "worker-1", NOW).renew(EXPIRY.plus(LEASE));

        assertThat(renewed.lease()).isEqualTo(new JobLease("worker-1", 1, EXPIRY.plus(LEASE)));
        assertThat(renewed.isClaimable(EXPIRY)).isFalse();
    }

    @Test
    void a_failed_job_waits_for_its_next_try_and_dies_after_the_last() {
        Job once = claimed(ready(), "worker-1", NOW).fail("timeout", 2, WAIT, false, NOW);
        assertThat(once.state()).isEqualTo(JobState.READY);
        assertThat(once.runAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(once.lastError()).isEqualTo("timeout");
        assertThat(once.lease()).isNull();

        Job twice = claimed(once, "worker-1", once.runAt()).fail("timeout again", 2, WAIT, false, once.runAt());
        assertThat(twice.state()).isEqualTo(JobState.DEAD);
        assertThat(twice.lastError()).isEqualTo("timeout again");
        assertThat(twice.isClaimable(NOW.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void a_final_failure_kills_at_once() {
        assertThat(claimed(ready(), "worker-1", NOW)
                        .fail("no such donation", 2, WAIT, true, NOW)
                        .state())
                .isEqualTo(JobState.DEAD);
    }

    @Test
    void a_job_handed_back_has_not_been_tried() {
        Job back = claimed(ready(), "worker-1", NOW).handBack(NOW.plusSeconds(5), NOW);

        assertThat(back.attempts()).isZero();
        assertThat(back.isClaimable(NOW.plusSeconds(4))).isFalse();
        assertThat(back.isClaimable(NOW.plusSeconds(5))).isTrue();
        assertThat(claimed(back, "worker-1", NOW.plusSeconds(5)).isHeldBy(2)).isTrue();
    }

    @Test
    void an_orphaned_job_is_to_be_had_at_once() {
        Job orphan = claimed(ready(), "worker-1", NOW).orphan(NOW.plusSeconds(1));

        assertThat(orphan.isClaimable(NOW.plusSeconds(1))).isTrue();
        assertThat(claimed(orphan, "worker-2", NOW.plusSeconds(1)).attempts()).isEqualTo(2);
    }

    @Test
    void a_revived_job_has_all_its_tries_and_a_larger_token_than_ever() {
        Job dead = claimed(ready(), "worker-1", NOW).fail("no such donation", 2, WAIT, true, NOW);

        Job revived = dead.revive(NOW.plusSeconds(9));

        assertThat(revived.attempts()).isZero();
        assertThat(revived.isClaimable(NOW.plusSeconds(8))).isFalse();
        assertThat(claimed(revived, "worker-1", NOW.plusSeconds(9)).isHeldBy(2)).isTrue();
    }

    @Test
    void every_change_grows_the_version_by_one() {
        Job running = claimed(ready(), "worker-1", NOW);

        assertThat(running.version()).isEqualTo(2);
        assertThat(List.of(
                        running.renew(EXPIRY),
                        running.handBack(NOW, NOW),
                        running.orphan(NOW),
                        running.revive(NOW),
                        running.fail("no", 2, WAIT, false, NOW)))
                .extracting(Job::version)
                .containsOnly(3L);
    }

    @Test
    void an_id_is_neither_blank_nor_too_long() {
        assertThatThrownBy(() -> named(" ")).hasMessage("id: 1 characters (expected: 1..150)");
        assertThatThrownBy(() -> named("x".repeat(151))).hasMessage("id: 151 characters (expected: 1..150)");
    }

    @Test
    void a_waiting_job_is_cancelled_at_once_and_a_running_one_when_its_attempt_is_over() {
        Job running = claimed(ready(), "worker-1", NOW).cancel(NOW);

        assertThat(ready().cancel(NOW).state()).isEqualTo(JobState.CANCELLED);
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
        assertThat(running.isCancelRequested()).isTrue();
        assertThat(running.fail("interrupted", 5, WAIT, false, NOW).state()).isEqualTo(JobState.CANCELLED);
        assertThat(running.handBack(NOW.plusSeconds(60), NOW).finishedAt()).isEqualTo(NOW);
        assertThat(running.succeed(List.of(), NOW).cancel(NOW).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void what_a_finished_job_left_stays_with_it_until_it_is_delivered() {
        Job left = named("send-thanks:7-1");
        Job owing = claimed(ready(), "worker-1", NOW).succeed(List.of(left), NOW);

        assertThat(owing.followUps()).containsExactly(left);
        assertThat(owing.isOwing()).isTrue();
        assertThat(owing.delivered(NOW).isOwing()).isFalse();
    }

    @Test
    void the_end_of_a_batchs_job_and_every_death_is_reported() {
        JobRequest inBatch =
                ready().request().with().batch(new BatchPlace("batch-1", 4)).build();
        Job ofBatch = claimed(Job.ready("job", 1, inBatch, NOW, NOW), "worker-1", NOW);

        assertThat(ofBatch.succeed(List.of(), NOW).isOwing()).isTrue();
        assertThat(claimed(ready(), "worker-1", NOW).succeed(List.of(), NOW).isOwing())
                .isFalse();
        Job dead = claimed(ready(), "worker-1", NOW).fail("no", 1, WAIT, false, NOW);
        assertThat(dead.isOwing()).isTrue();
        assertThat(dead.delivered(NOW).isOwing()).isFalse();
    }

    @Test
    void a_job_wakes_when_it_is_due_when_its_lease_ends_and_while_it_owes_something() {
        Job running = claimed(ready(), "worker-1", NOW);
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, NOW);

        assertThat(ready().wakesAtMicros()).isEqualTo(now);
        assertThat(running.wakesAtMicros()).isEqualTo(now + LEASE.toNanos() / 1000);
        assertThat(running.succeed(List.of(ready()), NOW).wakesAtMicros()).isEqualTo(now);
        assertThat(running.succeed(List.of(), NOW).wakesAtMicros()).isEqualTo(Job.NEVER);
    }

    @Test
    void a_restored_job_grants_larger_tokens_than_any_before() {
        Job restored = ready().restored(NOW);

        assertThat(claimed(restored, "worker-1", NOW).lastToken()).isEqualTo(NOW.toEpochMilli() + 1);
    }

    private static Job ready() {
        return named("settle-donation:7-1");
    }

    private static Job named(String id) {
        return Job.ready(id, 7, JobRequest.of("settle-donation", Channel.PAYMENTS, "{}"), NOW, NOW);
    }

    private static Job claimed(Job job, String worker, Instant now) {
        return job.claim(worker, now, LEASE).orElseThrow();
    }
}
