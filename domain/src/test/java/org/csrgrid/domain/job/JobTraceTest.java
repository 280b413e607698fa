package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobTraceTest {

    @Test
    void of_all_lines_the_last_fifty_stay_oldest_first() {
        List<String> lines =
                IntStream.rangeClosed(1, 60).mapToObj(line -> "line " + line).toList();

        JobTrace trace = JobTrace.EMPTY.withLines(lines).withLines(List.of("line 61"));

        assertThat(trace.log()).hasSize(50).startsWith("line 12").endsWith("line 61");
    }

    @Test
    void a_line_is_cut_to_five_hundred_characters() {
        assertThat(JobTrace.EMPTY.withLines(List.of("x".repeat(501))).log()).containsExactly("x".repeat(500));
    }

    @Test
    void progress_cursor_and_lines_do_not_disturb_each_other() {
        JobProgress half = new JobProgress(1, 2, null, NOW, NOW);

        JobTrace trace =
                JobTrace.EMPTY.withLines(List.of("begun")).withProgress(half).withCursor("row 7");

        assertThat(trace).isEqualTo(new JobTrace(half, "row 7", List.of("begun")));
        assertThat(trace.withCursor(null).progress()).isEqualTo(half);
    }

    @Test
    void percent_is_rounded_down_and_zero_while_the_total_is_unknown() {
        assertThat(new JobProgress(2, 3, null, NOW, NOW).percent()).isEqualTo(66);
        assertThat(new JobProgress(7, 0, null, NOW, NOW).percent()).isZero();
        assertThat(new JobProgress(3, 3, null, NOW, NOW).percent()).isEqualTo(100);
    }

    @Test
    void the_end_is_estimated_from_the_pace_so_far() {
        JobProgress quarter = new JobProgress(25, 100, null, NOW, NOW.plusSeconds(10));

        assertThat(quarter.estimatedEnd()).contains(NOW.plusSeconds(40));
        assertThat(new JobProgress(0, 100, null, NOW, NOW).estimatedEnd()).isEmpty();
        assertThat(new JobProgress(5, 0, null, NOW, NOW).estimatedEnd()).isEmpty();
    }

    @Test
    void more_than_all_cannot_be_done() {
        assertThatThrownBy(() -> new JobProgress(3, 2, null, NOW, NOW))
                .hasMessage("done: 3, total: 2 (expected: 0 <= done <= total, or total 0)");
    }
}
