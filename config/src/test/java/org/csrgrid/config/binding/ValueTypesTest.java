package org.csrgrid.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypesTest {
    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Everything(
            @Setting(description = "text", defaultValue = "a")
            String text,

            @Setting(description = "int", defaultValue = "3", min = "1", max = "5")
            int number,

            @Setting(description = "long", defaultValue = "3")
            long big,

            @Setting(description = "flag", defaultValue = "false")
            boolean flag,

            @Setting(description = "wait", defaultValue = "1s", min = "1s", wholeSeconds = true)
            Duration pause,

            @Setting(description = "colour", defaultValue = "red")
            Colour colour,

            @Setting(description = "path") Optional<Path> path,
            @Setting(description = "uri") Optional<URI> uri,

            @Setting(description = "size", defaultValue = "1KB", max = "1MB")
            ByteSize size,

            @Setting(description = "waits") List<Duration> waits,
            @Setting(description = "secret") Secret secret) {}

    private record Unannotated(String text) {}

    private record Impossible(@Setting(description = "x") StringBuilder text) {}

    private static final SettingsBinding<Everything> BINDING = new SettingsBinding<>(Everything.class, "T_", Set.of());

    private static Everything bind(String key, String text) {
        return BINDING.bind(Optional.empty(), Map.of(), Map.of(key, text), given -> List.of());
    }

    @Test
    void every_type_is_read_from_its_text() {
        assertThat(bind("text", " b ").text()).isEqualTo("b");
        assertThat(bind("number", "5").number()).isEqualTo(5);
        assertThat(bind("big", "9999999999").big()).isEqualTo(9_999_999_999L);
        assertThat(bind("flag", "true").flag()).isTrue();
        assertThat(bind("pause", "2m").pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(bind("colour", "dark-blue").colour()).isEqualTo(Colour.DARK_BLUE);
        assertThat(bind("path", "a/b").path()).contains(Path.of("a/b"));
        assertThat(bind("uri", "https://x.org/y").uri()).contains(URI.create("https://x.org/y"));
        assertThat(bind("size", "64KB").size()).isEqualTo(new ByteSize(65_536));
        assertThat(bind("waits", "250ms, 5s").waits()).containsExactly(Duration.ofMillis(250), Duration.ofSeconds(5));
        assertThat(bind("secret", " spaces stay ").secret().reveal()).isEqualTo(" spaces stay ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|''|a text",
                "number|abc|a whole number 1..5",
                "number|0|a whole number 1..5",
                "number|6|a whole number 1..5",
                "number|99999999999|a whole number 1..5",
                "big|1.5|a whole number",
                "flag|yes|true or false",
                "pause|5|a duration such as 5s, at least 1s, in whole seconds",
                "pause|1500ms|in whole seconds",
                "pause|0s|at least 1s",
                "pause|999999999999d|a duration such as",
                "colour|DARK_BLUE|red or dark-blue",
                "uri|example|an address such as http://127.0.0.1:8080",
                "uri|ftp://x.org|an address such as http://127.0.0.1:8080",
                "size|2MB|a size such as 64KB, at most 1MB",
                "size|999999999999999999GB|a size such as 64KB",
                "waits|5s,,6s|a list, each a duration",
            })
    void a_text_that_does_not_fit_is_answered_with_what_was_expected(String key, String text, String expectation) {
        assertThatThrownBy(() -> bind(key, text))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith("override: " + key + ": \"" + text + "\" (expected: ")
                .hasMessageContaining(expectation);
    }

    @Test
    void an_empty_text_is_an_absent_optional_an_empty_list_or_an_absent_secret() {
        Everything defaults = BINDING.bind(Optional.empty(), Map.of(), Map.of(), given -> List.of());

        assertThat(defaults.path()).isEmpty();
        assertThat(defaults.waits()).isEmpty();
        assertThat(defaults.secret().isPresent()).isFalse();
    }

    @Test
    void a_message_stays_on_one_line_and_is_not_endless() {
        assertThatThrownBy(() -> bind("number", "a\nb" + "c".repeat(500)))
                .satisfies(thrown -> assertThat(thrown.getMessage().lines()).hasSize(1))
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void a_record_that_cannot_be_bound_is_refused_when_the_binding_is_made() {
        assertThatThrownBy(() -> new SettingsBinding<>(Unannotated.class, "T_", Set.of()))
                .hasMessage("text: the component has no @Setting");
        assertThatThrownBy(() -> new SettingsBinding<>(Impossible.class, "T_", Set.of()))
                .hasMessageContaining("StringBuilder");
    }
}
