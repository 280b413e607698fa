package org.csrgrid.domain.job.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;
import static org.csrgrid.domain.job.JobState.CANCELLED;
import static org.csrgrid.domain.job.JobState.DEAD;
import static org.csrgrid.domain.job.JobState.READY;
import static org.csrgrid.domain.job.JobState.SUCCEEDED;
import static org.csrgrid.domain.job.batch.BatchCallback.CATCH;
import static org.csrgrid.domain.job.batch.BatchCallback.FINALLY;
import static org.csrgrid.domain.job.batch.BatchCallback.THEN;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.Uniqueness;
import org.junit.jupiter.api.Test;

class JobBatchTest {

    private static final JobRequest WORK = JobRequest.of("work", Channel.BULK, "{}");

    @Test
    void when_all_have_succeeded_then_and_finally_are_due() {
        JobBatch batch = batch(3).report(ends(SUCCEEDED, 0, 2), NOW);
        assertThat(batch.due()).isEmpty();
        assertThat(batch.state()).isEqualTo(BatchState.RUNNING);
        assertThat(batch.missing()).containsExactly(1);

        JobBatch over = batch.report(ends(SUCCEEDED, 1), NOW);
        assertThat(over.state()).isEqualTo(BatchState.SUCCEEDED);
        assertThat(over.due()).containsExactlyInAnyOrder(THEN, FINALLY);
        assertThat(over.called(Set.of(THEN, FINALLY), NOW).isOpen()).isFalse();
    }

    @Test
    void the_first_dead_one_makes_catch_due_once() {
        JobBatch batch = batch(3).report(ends(DEAD, 1), NOW);
        assertThat(batch.due()).containsExactly(CATCH);

        JobBatch called = batch.called(Set.of(CATCH), NOW).report(ends(DEAD, 2), NOW);
        assertThat(called.due()).isEmpty();
        assertThat(called.report(ends(SUCCEEDED, 0), NOW).due()).containsExactly(FINALLY);
        assertThat(called.report(ends(SUCCEEDED, 0), NOW).state()).isEqualTo(BatchState.FAILED);
    }

    @Test
    void a_cancelled_one_keeps_then_away_without_a_catch() {
        assertThat(batch(2).report(List.of(new BatchEnd(0, CANCELLED), new BatchEnd(1, SUCCEEDED)), NOW)
                        .due())
                .containsExactly(FINALLY);
    }

    @Test
    void an_end_that_is_reported_twice_counts_once() {
        JobBatch batch = batch(3).report(ends(SUCCEEDED, 0, 0, 1), NOW);

        assertThat(batch.done()).isEqualTo(2);
        assertThat(batch.report(ends(SUCCEEDED, 1), NOW)).isSameAs(batch);
    }

    @Test
    void a_dead_one_that_succeeds_after_all_makes_the_batch_succeed() {
        JobBatch failed = batch(1).report(ends(DEAD, 0), NOW).called(Set.of(CATCH, FINALLY), NOW);

        JobBatch mended = failed.report(ends(SUCCEEDED, 0), NOW);
        assertThat(mended.state()).isEqualTo(BatchState.SUCCEEDED);
        assertThat(mended.due()).containsExactly(THEN);
    }

    @Test
    void an_empty_batch_is_over_at_once() {
        assertThat(batch(0).due()).containsExactlyInAnyOrder(THEN, FINALLY);
    }

    @Test
    void places_beyond_a_word_are_counted_too() {
        JobBatch batch = batch(10_000)
                .report(
                        IntStream.range(0, 10_000)
                                .mapToObj(index -> new BatchEnd(index, index % 100 == 0 ? DEAD : SUCCEEDED))
                                .toList(),
                        NOW);

        assertThat(batch.done()).isEqualTo(10_000);
        assertThat(batch.failed()).isEqualTo(100);
        assertThat(batch.over()).hasSize(157);
    }

    @Test
    void its_jobs_are_the_same_ones_whenever_they_are_made() {
        Job job = batch(3).job(2, WORK.with().forgotten().build(), NOW);

        assertThat(job.id()).isEqualTo("gala#2");
        assertThat(job.request().batch()).isEqualTo(new BatchPlace("gala", 2));
        assertThat(job.request().uniqueness()).isEqualTo(Uniqueness.ONCE);
        assertThat(job.request().keep()).isTrue();
        assertThat(batch(3).jobs(THEN, NOW)).extracting(Job::id).containsExactly("gala!THEN#0");
        assertThat(batch(3).jobs(CATCH, NOW)).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> BatchRequest.of("gala", "Gala")
                        .then(WORK.with().payload("{}", 1, true).build()))
                .hasMessageContaining("sensitive");
        assertThatThrownBy(() -> new BatchEnd(0, READY)).hasMessageContaining("expected: one that is over");
        assertThat(batch(1).report(ends(DEAD, 1), NOW).done()).isZero();
    }

    private static JobBatch batch(int size) {
        return JobBatch.begun(BatchRequest.of("gala", "Gala").then(WORK).atLast(WORK), size, NOW)
                .enqueued(NOW);
    }

    private static List<BatchEnd> ends(JobState state, int... places) {
        return IntStream.of(places)
                .mapToObj(index -> new BatchEnd(index, state))
                .toList();
    }
}
