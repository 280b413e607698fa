package org.csrgrid.grid.cache.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagMarksTest {

    private final TagMarks born = TagMarks.bornAt(100);

    @Test
    void a_tags_invalidation_concerns_what_was_loaded_before_it_and_has_the_tag() {
        TagMarks marks = born.and("t", 200, true).and("u", 300, false);

        assertThat(marks.removes(199, Set.of("t"))).isTrue();
        assertThat(marks.removes(200, Set.of("t"))).isFalse();
        assertThat(marks.removes(199, Set.of("u", "v"))).isFalse();
        assertThat(marks.expires(299, Set.of("v", "u"))).isTrue();
        assertThat(marks.expires(300, Set.of("u"))).isFalse();
    }

    @Test
    void clearing_concerns_everything_loaded_before() {
        assertThat(born.and(null, 200, true).removes(199, Set.of())).isTrue();
        assertThat(born.and(null, 200, true).removes(200, Set.of())).isFalse();
        assertThat(born.and(null, 200, false).removes(199, Set.of())).isFalse();
        assertThat(born.and(null, 200, false).expires(199, Set.of())).isTrue();
    }

    /** The members that had the marks died: what was loaded under the lost ones must not be served, whatever they said. */
    @Test
    void marks_that_begin_anew_remove_everything_loaded_before() {
        assertThat(born.removes(99, Set.of())).isTrue();
        assertThat(born.removes(100, Set.of())).isFalse();
    }

    @Test
    void forgotten_tags_concern_everything_loaded_before_their_invalidation() {
        TagMarks marks = born.and("a", 200, true)
                .and("b", 300, false)
                .and("c", 400, true)
                .bounded(1, 0);

        assertThat(marks.size()).isEqualTo(1);
        assertThat(marks.removes(199, Set.of("anything"))).isTrue();
        assertThat(marks.removes(200, Set.of("anything"))).isFalse();
        assertThat(marks.expires(299, Set.of("anything"))).isTrue();
        assertThat(marks.removes(399, Set.of("c"))).isTrue();
    }

    @Test
    void tags_that_nothing_can_have_any_more_are_forgotten_for_nothing() {
        TagMarks marks = born.and("a", 200, true).bounded(10, 201);

        assertThat(marks.size()).isZero();
        assertThat(marks.removes(199, Set.of("a"))).isFalse();
    }

    @Test
    void a_tag_invalidated_again_counts_once_and_as_the_latest() {
        TagMarks marks = born.and("a", 200, true).and("b", 300, true).and("a", 400, false);

        assertThat(marks.size()).isEqualTo(2);
        assertThat(marks.since(0)).extracting(TagMark::tag).containsExactly("b", "a");
        assertThat(marks.since(300)).containsExactly(new TagMark("a", 200, 400));
    }

    /** The later of two messages arrives and the earlier does not; what is asked for fills the gap. */
    @Test
    void what_is_asked_for_fills_the_gaps_of_what_was_told() {
        Map.Entry<String, TagMarks> grid = new SimpleEntry<>("layer", born);
        new InvalidateTag("lost", true, 200, 10, 0).process(grid);
        long told = new InvalidateTag("told", true, 200, 10, 0).process(grid);
        TagMarks here = born.and("told", told, true);
        MarksNews news = new ReadMarks(100, 250).process(grid);

        assertThat(told).isEqualTo(201);
        assertThat(here.and(news).removes(199, Set.of("lost"))).isTrue();
        assertThat(news.marks()).hasSize(2);
    }

    @Test
    void the_first_who_asks_begins_the_marks() {
        Map.Entry<String, TagMarks> grid = new SimpleEntry<>("layer", null);

        assertThat(new ReadMarks(0, 500).process(grid)).isEqualTo(new MarksNews(500, 500, 0, List.of()));
        assertThat(new ReadMarks(0, 900).process(grid).latest()).isEqualTo(500);
    }
}
