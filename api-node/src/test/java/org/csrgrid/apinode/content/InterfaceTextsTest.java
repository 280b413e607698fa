package org.csrgrid.apinode.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceTextsTest {

    private final InterfaceTexts texts = InterfaceTexts.load();

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr"})
    void every_state_and_method_has_a_text_in_every_language(String language) {
        List<String> needed = Stream.of(
                        Arrays.stream(CampaignStatus.values()).map(status -> "campaign.status." + status.jsonName()),
                        Arrays.stream(DonationStatus.values()).map(status -> "donation.status." + status.jsonName()),
                        Arrays.stream(PaymentMethod.values()).map(method -> "method." + method.jsonName()))
                .flatMap(names -> names)
                .toList();

        assertThat(InterfaceTexts.read(language)).containsKeys(needed.toArray(String[]::new));
        assertThat(InterfaceTexts.read(language).values()).noneMatch(String::isBlank);
    }

    @Test
    void no_language_has_a_text_that_english_does_not_know() {
        for (String language : Set.of("nl", "fr")) {
            assertThat(texts.in("en").keySet())
                    .containsAll(InterfaceTexts.read(language).keySet());
        }
    }

    @Test
    void what_a_language_lacks_is_in_english() {
        String unusual = "problem." + ProblemType.JOB_STATE.slug();

        assertThat(texts.in("nl")).containsEntry(unusual, ProblemType.JOB_STATE.title());
        assertThat(texts.in("nl")).containsEntry("problem.not-found", "Niet gevonden");
        assertThat(texts.in("fr")).containsEntry("donation.status.failed", "Échoué");
    }
}
