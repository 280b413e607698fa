package org.csrgrid.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;
import static org.csrgrid.domain.Samples.euros;

import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.money.Money;
import org.junit.jupiter.api.Test;

class CampaignContentTest {

    @Test
    void a_goal_is_positive() {
        assertRefused("/goal/amount", () -> content("Wells", euros(0), NOW.plusSeconds(1)));
        assertRefused("/goal/amount", () -> content("Wells", euros(-1), NOW.plusSeconds(1)));
    }

    @Test
    void a_campaign_ends_after_it_starts() {
        assertRefused("/endsAt", () -> content("Wells", euros(1), NOW));
        assertRefused("/endsAt", () -> content("Wells", euros(1), NOW.minusSeconds(1)));
    }

    @Test
    void a_title_is_neither_blank_nor_too_long() {
        assertRefused("/title/en", () -> content(" ", euros(1), NOW.plusSeconds(1)));
        assertRefused("/title/en", () -> content("x".repeat(201), euros(1), NOW.plusSeconds(1)));
        assertThat(content("x".repeat(200), euros(1), NOW.plusSeconds(1))
                        .title()
                        .in("en"))
                .hasSize(200);
    }

    @Test
    void a_missing_language_falls_back_to_english_and_then_to_any() {
        assertThat(new LocalizedText(Map.of("en", "water", "nl", "zuiver")).in("nl"))
                .isEqualTo("zuiver");
        assertThat(new LocalizedText(Map.of("en", "water", "nl", "zuiver")).in("fr"))
                .isEqualTo("water");
        assertThat(new LocalizedText(Map.of("nl", "zuiver", "fr", "eau")).in("de"))
                .isEqualTo("eau");
    }

    private static void assertRefused(String pointer, Runnable construction) {
        assertThatThrownBy(construction::run)
                .isInstanceOfSatisfying(InvalidCampaignException.class, refusal -> assertThat(refusal.pointer())
                        .isEqualTo(pointer));
    }

    private static CampaignContent content(String title, Money goal, Instant endsAt) {
        LocalizedText text = LocalizedText.english("Wells for three villages");
        return new CampaignContent(
                LocalizedText.english(title),
                text,
                goal,
                "health",
                Visibility.PUBLIC,
                false,
                0,
                null,
                NOW,
                endsAt,
                Matching.OFF);
    }
}
