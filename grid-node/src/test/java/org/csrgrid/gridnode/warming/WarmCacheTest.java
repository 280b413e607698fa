package org.csrgrid.gridnode.warming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.HouseJobs.WarmWork;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.job.RecordedContext;
import org.junit.jupiter.api.Test;

class WarmCacheTest {

    private final List<String> warmed = new ArrayList<>();
    private final WarmCache handler = new WarmCache(List.of(new Warmer("a"), new Warmer("b"), new Warmer("c")));

    /** Takes two steps and notes them. */
    private final class Warmer implements CacheWarmer {

        private final String name;

        Warmer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void warm(Progress progress) throws InterruptedException {
            for (int step = 1; step <= 2; step++) {
                progress.at(step, 2);
                warmed.add(name + step);
            }
        }
    }

    @Test
    void everything_is_warmed_in_order_when_nothing_is_named() throws Exception {
        RecordedContext context = context(List.of());
        handler.run(new WarmWork(List.of()), context);

        assertThat(warmed).containsExactly("a1", "a2", "b1", "b2", "c1", "c2");
        assertThat(context.progress).contains("1/2 a", "2/2 c");
        assertThat(context.lines).containsExactly("a is warm", "b is warm", "c is warm");
    }

    @Test
    void only_what_is_named_is_warmed() throws Exception {
        handler.run(new WarmWork(List.of("c", "a")), context(List.of("c", "a")));

        assertThat(warmed).containsExactly("c1", "c2", "a1", "a2");
    }

    @Test
    void an_attempt_after_a_crash_goes_on_with_the_first_that_was_not_done() throws Exception {
        WarmWork work = new WarmWork(List.of());
        RecordedContext first = context(List.of()).interruptedAfter(3);
        assertThatThrownBy(() -> handler.run(work, first)).isInstanceOf(InterruptedException.class);
        assertThat(warmed).containsExactly("a1", "a2", "b1");

        warmed.clear();
        handler.run(work, first.next());
        assertThat(warmed).containsExactly("b1", "b2", "c1", "c2");
    }

    @Test
    void an_unknown_name_ends_the_job_and_says_which_there_are() {
        assertThatThrownBy(() -> handler.run(new WarmWork(List.of("a", "x")), context(List.of("a", "x"))))
                .isInstanceOf(JobRejectedException.class)
                .hasMessage("names: [x] (expected: of [a, b, c])");
        assertThat(warmed).isEmpty();
    }

    private static RecordedContext context(List<String> names) {
        return new RecordedContext(HouseJobs.WARM_CACHE.request(new WarmWork(names)));
    }
}
