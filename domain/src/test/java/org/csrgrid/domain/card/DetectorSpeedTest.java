package org.csrgrid.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The detector reads every request, so what it costs is said and bounded; the bound is loose because machines are busy. */
class DetectorSpeedTest {

    private static final int ROUNDS = 200_000;
    private static final long MOST_NANOS = 5_000;

    @Test
    void a_usual_request_costs_about_a_microsecond() {
        String body = """
                {"campaignId":"1181234567890123456","amount":{"amount":"25.00","currency":"EUR"},"method":"card",\
                "note":"For the wells, from all of us at the office"}""";
        String token = "Bearer eyJhbGciOiJIUzI1NiJ9." + "aZ9_-x3B".repeat(30);

        assertThat(nanos("body of a donation", body)).isLessThan(MOST_NANOS);
        assertThat(nanos("access token", token)).isLessThan(MOST_NANOS);
        assertThat(nanos("path", "/api/v1/campaigns/1181234567890123456/donations"))
                .isLessThan(MOST_NANOS);
    }

    @Test
    void a_text_made_to_be_slow_is_not() {
        String hostile = "4 ".repeat(32_000);
        long start = System.nanoTime();

        CardNumbers.appearIn(hostile);

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    private static long nanos(String what, String text) {
        int found = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                found += CardNumbers.appearIn(text) ? 1 : 0;
            }
            best = Math.min(best, (System.nanoTime() - start) / ROUNDS);
        }
        System.out.printf(Locale.ROOT, "detector: %s, %d characters: %d ns%n", what, text.length(), best);
        assertThat(found).isZero();
        return best;
    }
}
