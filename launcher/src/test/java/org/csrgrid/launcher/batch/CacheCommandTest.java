package org.csrgrid.launcher.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.csrgrid.launcher.batch.OperatedGrid.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CacheCommandTest {

    private static final String WIDGET = "active-campaigns:month";

    private static OperatedGrid grid;

    @BeforeAll
    static void start() {
        grid = new OperatedGrid();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void what_was_warmed_can_be_inspected_and_is_gone_when_it_is_cleared() {
        Run warmed = run("warm", "widgets");
        Run kept = run("inspect", "widgets", WIDGET);
        Run cleared = run("clear", "widgets");
        Run removed = run("inspect", "widgets", WIDGET);

        assertThat(warmed.exitCode()).as(warmed.err()).isZero();
        assertThat(warmed.out()).contains("widgets 100 of 100");
        assertThat(kept.out()).contains("fresh", "campaigns");
        assertThat(cleared.out()).contains("widgets", "all");
        assertThat(removed.out()).contains("gone");
    }

    @Test
    void a_tag_and_a_key_are_removed_without_the_rest() {
        run("warm", "widgets");

        run("clear", "widgets", "--tag", "campaigns");
        Run untagged = run("clear", "widgets", "--key", "real-time:day");

        assertThat(run("inspect", "widgets", WIDGET).out()).contains("gone");
        assertThat(run("inspect", "widgets", "donation-methods:month").out()).contains("fresh");
        assertThat(untagged.exitCode()).isZero();
        assertThat(run("inspect", "widgets", "real-time:day").err())
                .isEqualTo("csr: layer widgets keeps nothing under the key real-time:day%n".formatted());
    }

    @Test
    void figures_of_every_open_layer_are_shown() {
        run("warm", "widgets");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(layer("widgets").path("entries").asInt()).isPositive());
        assertThat(layer("widgets").path("loads").asInt()).isPositive();
    }

    private static JsonNode layer(String name) {
        return StreamSupport.stream(run("stats", "--json").json().spliterator(), false)
                .filter(layer -> layer.path("layer").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_cannot_be_is_one_line_and_exit_code_2() {
        Run unknown = run("clear", "widget");
        Run both = run("clear", "widgets", "--tag", "a", "--key", "b");
        Run rejected = run("warm", "nothing");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("csr: there is no layer \"widget\" (expected: one of [")
                .hasLineCount(1);
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(rejected.exitCode()).isEqualTo(1);
        assertThat(rejected.err()).contains("names: [nothing]").hasLineCount(1);
    }

    private static Run run(String... arguments) {
        return grid.run(Stream.concat(Stream.of("cache"), Stream.of(arguments)).toList());
    }
}
