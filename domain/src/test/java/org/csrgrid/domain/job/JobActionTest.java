package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobActionTest {

    private static final JobAction RETRY = new JobAction.Retry();
    private static final JobAction CANCEL = new JobAction.Cancel();
    private static final JobAction SNOOZE = new JobAction.Snooze(NOW.plusSeconds(60));
    private static final JobAction FORGET = new JobAction.Forget();
    private static final List<JobAction> ALL = List.of(RETRY, CANCEL, SNOOZE, FORGET);

    private final Job ready = Job.ready("one", 7, JobRequest.of("work", Channel.BULK, "{}"), NOW, NOW);
    private final Job running =
            ready.claim("worker", NOW, Duration.ofSeconds(30)).orElseThrow();
    private final Job dead =
            running.fail("no luck", 1, Duration.ZERO, true, NOW).delivered(NOW);

    @Test
    void each_state_allows_its_own() {
        assertThat(allowed(ready)).containsExactly(CANCEL, SNOOZE);
        assertThat(allowed(running)).containsExactly(CANCEL);
        assertThat(allowed(dead)).containsExactly(RETRY, FORGET);
        assertThat(allowed(running.succeed(List.of(), NOW).delivered(NOW))).containsExactly(FORGET);
        assertThat(allowed(ready.cancel(NOW).delivered(NOW))).containsExactly(RETRY, FORGET);
    }

    @Test
    void a_job_that_still_owes_something_is_left_alone() {
        assertThat(allowed(running.succeed(List.of(ready), NOW))).isEmpty();
    }

    @Test
    void what_is_done_is_done() {
        assertThat(RETRY.done(dead, NOW)).hasValueSatisfying(job -> {
            assertThat(job.state()).isEqualTo(JobState.READY);
            assertThat(job.attempts()).isZero();
        });
        assertThat(SNOOZE.done(ready, NOW).orElseThrow().runAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(CANCEL.done(running, NOW).orElseThrow().isCancelRequested()).isTrue();
        assertThat(FORGET.done(dead, NOW)).isEmpty();
    }

    private static List<JobAction> allowed(Job job) {
        return ALL.stream().filter(action -> action.fits(job)).toList();
    }
}
