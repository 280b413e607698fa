package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import org.csrgrid.grid.content.CachedContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedApi.class)
class TranslationTest {

    private static final String TRANSLATIONS = "/api/v1/translations/";

    private final ApiFixture api;

    TranslationTest(ApiFixture api) {
        this.api = api;
    }

    @ParameterizedTest
    @CsvSource({"en, en, Active", "nl, nl, Actief", "nl-BE, nl, Actief", "FR, fr, En cours"})
    void texts_come_in_the_language_that_is_asked_for(String locale, String language, String text) {
        Answer answer = api.get(TRANSLATIONS + locale).send();

        assertThat(answer.at("/language")).isEqualTo(language);
        assertThat(answer.json().get("texts").get("campaign.status.active").asText())
                .isEqualTo(text);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "xx", "..", "nl_", "%00"})
    void other_languages_do_not_exist(String locale) {
        assertThat(api.get(TRANSLATIONS + locale).send().status()).isIn(400, 404);
    }

    @Test
    void texts_are_put_together_once_and_not_sent_to_who_has_them() {
        String tag = api.get(TRANSLATIONS + "nl").send().header("ETag");
        long loads = loads();

        assertThat(api.get(TRANSLATIONS + "nl")
                        .with("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(loads()).isEqualTo(loads);
    }

    private long loads() {
        return api.caches()
                .caches()
                .statistics()
                .get(CachedContent.TRANSLATIONS)
                .loads();
    }
}
