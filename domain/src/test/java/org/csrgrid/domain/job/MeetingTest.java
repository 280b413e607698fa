package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant LATER = NOW.plusSeconds(5);

    @ParameterizedTest
    @EnumSource(
            value = Uniqueness.Mode.class,
            names = {"UNTIL_DONE", "WHILE_RUNNING", "ONCE_PER_PERIOD", "ONCE"})
    void a_newcomer_joins_the_one_that_waits(Uniqueness.Mode mode) {
        assertThat(waiting(unique(mode)).meet(newcomer(unique(mode)))).isEqualTo(new Meeting.Joins());
    }

    @Test
    void until_done_a_newcomer_joins_the_one_that_runs_and_begins_anew_when_that_is_over() {
        Job running = running(Uniqueness.UNTIL_DONE);
        Job newcomer = newcomer(Uniqueness.UNTIL_DONE);

        assertThat(running.meet(newcomer)).isEqualTo(new Meeting.Joins());
        assertThat(begun(running.succeed(List.of(), NOW).meet(newcomer)).createdAt())
                .isEqualTo(LATER);
        assertThat(begun(running.fail("no", 1, MINUTE, false, NOW)
                                .delivered(NOW)
                                .meet(newcomer))
                        .state())
                .isEqualTo(JobState.READY);
    }

    @Test
    void who_begins_anew_fences_off_whoever_still_works_for_the_old_one() {
        Job old = running(Uniqueness.UNTIL_DONE).succeed(List.of(), NOW);

        Job anew = begun(old.meet(newcomer(Uniqueness.UNTIL_DONE)));

        assertThat(anew.version()).isGreaterThan(old.version());
        assertThat(anew.claim("worker-2", LATER, LEASE).orElseThrow().lastToken())
                .isEqualTo(old.lastToken() + 1);
        assertThat(anew.lastError()).isNull();
        assertThat(anew.trace()).isEqualTo(JobTrace.EMPTY);
    }

    @Test
    void a_newcomer_joins_one_that_is_over_but_has_not_delivered_what_it_left() {
        Job owing = running(Uniqueness.UNTIL_DONE).succeed(List.of(waiting(Uniqueness.ONCE)), NOW);

        assertThat(owing.meet(newcomer(Uniqueness.UNTIL_DONE))).isEqualTo(new Meeting.Joins());
        assertThat(owing.delivered(NOW).meet(newcomer(Uniqueness.UNTIL_DONE))).isInstanceOf(Meeting.Begins.class);
    }

    @Test
    void while_one_runs_one_more_waits_with_the_latest_payload() {
        Job asked = changed(running(Uniqueness.WHILE_RUNNING).meet(newcomer(Uniqueness.WHILE_RUNNING, "first")));
        Job askedAgain = changed(asked.meet(newcomer(Uniqueness.WHILE_RUNNING, "second")));

        Job next = askedAgain.succeed(List.of(), LATER);

        assertThat(next.state()).isEqualTo(JobState.READY);
        assertThat(next.request().payload()).isEqualTo("second");
        assertThat(next.again()).isNull();
        assertThat(next.attempts()).isZero();
    }

    @Test
    void a_run_that_was_asked_for_meanwhile_waits_until_what_the_one_before_left_is_delivered() {
        Job asked = changed(running(Uniqueness.WHILE_RUNNING).meet(newcomer(Uniqueness.WHILE_RUNNING, "next")));

        Job owing = asked.succeed(List.of(waiting(Uniqueness.ONCE)), NOW);

        assertThat(owing.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(owing.delivered(LATER).state()).isEqualTo(JobState.READY);
    }

    @Test
    void once_per_period_a_newcomer_joins_also_one_that_is_over_until_the_period_ends() {
        Uniqueness once = Uniqueness.oncePer(MINUTE);
        Job over = running(once).succeed(List.of(), NOW);

        assertThat(over.meet(newcomer(once, "", NOW.plusSeconds(59)))).isEqualTo(new Meeting.Joins());
        assertThat(over.meet(newcomer(once, "", NOW.plusSeconds(60)))).isInstanceOf(Meeting.Begins.class);
    }

    @Test
    void once_is_for_ever() {
        Job over = running(Uniqueness.ONCE).succeed(List.of(), NOW);

        assertThat(over.meet(newcomer(Uniqueness.ONCE, "", NOW.plus(Duration.ofDays(365)))))
                .isEqualTo(new Meeting.Joins());
    }

    @Test
    void a_debounced_newcomer_brings_its_payload_and_pushes_the_start_back() {
        Uniqueness quiet = Uniqueness.debounced(MINUTE);
        Job first = Job.ready("job", 1, request(quiet, "first"), NOW.plus(MINUTE), NOW);
        Job second = Job.ready("job", 1, request(quiet, "second"), LATER.plus(MINUTE), LATER);

        Job pushed = changed(first.meet(second));

        assertThat(pushed.runAt()).isEqualTo(LATER.plus(MINUTE));
        assertThat(pushed.request().payload()).isEqualTo("second");
    }

    @Test
    void a_debounced_start_is_not_pushed_back_for_ever() {
        Uniqueness quiet = Uniqueness.debounced(MINUTE);
        Job job = Job.ready("job", 1, request(quiet, ""), NOW.plus(MINUTE), NOW);
        for (int second = 0; second < 3600; second += 30) {
            Instant now = NOW.plusSeconds(second);
            job = changed(job.meet(Job.ready("job", 1, request(quiet, ""), now.plus(MINUTE), now)));
        }

        assertThat(job.runAt()).isEqualTo(NOW.plus(MINUTE.multipliedBy(Meeting.MOST_PUSHES)));
    }

    @Test
    void a_replacing_newcomer_brings_its_payload_and_leaves_the_start() {
        Job replaced = changed(waiting(Uniqueness.REPLACE).meet(newcomer(Uniqueness.REPLACE, "new")));

        assertThat(replaced.request().payload()).isEqualTo("new");
        assertThat(replaced.runAt()).isEqualTo(NOW);
        assertThat(changed(running(Uniqueness.REPLACE).meet(newcomer(Uniqueness.REPLACE, "new")))
                        .again())
                .isEqualTo(request(Uniqueness.REPLACE, "new"));
    }

    @Test
    void a_period_belongs_to_the_modes_that_have_one() {
        assertThatThrownBy(() -> new Uniqueness(Uniqueness.Mode.ONCE, MINUTE))
                .hasMessage("period: PT1M (expected: 0 for ONCE)");
        assertThatThrownBy(() -> Uniqueness.debounced(Duration.ZERO))
                .hasMessage("period: PT0S (expected: > 0 for DEBOUNCE)");
    }

    private static Uniqueness unique(Uniqueness.Mode mode) {
        return new Uniqueness(mode, mode == Uniqueness.Mode.ONCE_PER_PERIOD ? MINUTE : Duration.ZERO);
    }

    private static Job waiting(Uniqueness uniqueness) {
        return Job.ready("job", 1, request(uniqueness, "{}"), NOW, NOW);
    }

    private static Job running(Uniqueness uniqueness) {
        return waiting(uniqueness).claim("worker-1", NOW, LEASE).orElseThrow();
    }

    private static Job newcomer(Uniqueness uniqueness) {
        return newcomer(uniqueness, "{}");
    }

    private static Job newcomer(Uniqueness uniqueness, String payload) {
        return newcomer(uniqueness, payload, LATER);
    }

    private static Job newcomer(Uniqueness uniqueness, String payload, Instant now) {
        return Job.ready("job", 1, request(uniqueness, payload), now, now);
    }

    private static JobRequest request(Uniqueness uniqueness, String payload) {
        return JobRequest.of("warm-cache", Channel.CACHE_WARMING, payload)
                .with()
                .unique(uniqueness)
                .build();
    }

    private static Job begun(Meeting meeting) {
        return ((Meeting.Begins) meeting).job();
    }

    private static Job changed(Meeting meeting) {
        return ((Meeting.Changes) meeting).job();
    }
}
