package org.csrgrid.gridnode.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csrgrid.grid.donation.DonationKey;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final DonationKey SILENT = new DonationKey(1, 2);

    private final Patience patience = new Patience();
    private final Instant start = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void the_first_silence_is_asked_about_at_once_and_then_ever_more_rarely() {
        assertThat(dueAfter(0)).containsExactly(SILENT);
        assertThat(dueAfter(59)).isEmpty();
        assertThat(dueAfter(60)).containsExactly(SILENT);
        assertThat(dueAfter(179)).isEmpty();
        assertThat(dueAfter(180)).containsExactly(SILENT);
    }

    @Test
    void who_spoke_in_between_starts_anew() {
        dueAfter(0);
        patience.due(List.of(List.of()), start.plusSeconds(1));
        assertThat(dueAfter(2)).containsExactly(SILENT);
    }

    @Test
    void one_that_is_silent_in_two_ways_is_asked_about_once() {
        assertThat(patience.due(List.of(List.of(SILENT), List.of(SILENT)), start)).containsExactly(SILENT);
    }

    private List<DonationKey> dueAfter(long seconds) {
        return patience.due(List.of(List.of(SILENT)), start.plus(Duration.ofSeconds(seconds)));
    }
}
