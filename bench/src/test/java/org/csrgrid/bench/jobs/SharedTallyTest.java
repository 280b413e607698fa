package org.csrgrid.bench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTallyTest {

    @TempDir
    private Path folder;

    @Test
    void what_one_process_counts_another_sees() {
        SharedTally mine = open();
        SharedTally theirs = open();

        IntStream.range(0, 1_000).parallel().forEach(number -> (number % 2 == 0 ? mine : theirs).done());

        assertThat(mine.count()).isEqualTo(1_000);
        assertThat(theirs.count()).isEqualTo(1_000);
    }

    @Test
    void the_gate_holds_everybody_until_it_is_opened() {
        SharedTally mine = open();
        SharedTally theirs = open();

        mine.closeGate();
        assertThat(theirs.isGateClosed()).isTrue();
        theirs.openGate();
        assertThat(mine.isGateClosed()).isFalse();
    }

    @Test
    void waits_are_told_by_percentile_and_can_be_forgotten() {
        SharedTally tally = open();
        IntStream.rangeClosed(1, 100).forEach(millis -> tally.waited(millis * 1_000L));
        tally.waited(-5);

        assertThat(tally.waits()).isEqualTo(101);
        assertThat(tally.waitMillis(50)).isCloseTo(50, within(1.0));
        assertThat(tally.waitMillis(99)).isCloseTo(99, within(1.0));

        tally.forgetWaits();
        assertThat(tally.waits()).isZero();
        assertThat(tally.waitMillis(99)).isZero();
    }

    private SharedTally open() {
        return SharedTally.open(folder.resolve("tally"));
    }
}
