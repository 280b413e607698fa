package org.csrgrid.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void members_are_sorted_by_utf_16_code_units_as_in_the_example_of_the_rfc() {
        var members = new LinkedHashMap<String, Object>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void texts_are_escaped_as_little_as_the_rfc_allows() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\\\"/\b\t\f\r\u001f\u007f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\\u001f\u007f\"");
    }

    @Test
    void everything_nests_without_white_space() {
        assertThat(CanonicalJson.of(Map.of("b", List.of(true, 1L, 2), "a", Map.of())))
                .isEqualTo("{\"a\":{},\"b\":[true,1,2]}");
        assertThat(CanonicalJson.of(Arrays.asList(null, List.of()))).isEqualTo("[null,[]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d"})
    void half_a_surrogate_pair_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(text)).hasMessageContaining("half a surrogate pair");
    }

    @Test
    void numbers_others_could_round_are_refused() {
        assertThat(CanonicalJson.of(-(1L << 53))).isEqualTo("-9007199254740992");
        assertThatThrownBy(() -> CanonicalJson.of((1L << 53) + 1)).hasMessageContaining("write it as a text");
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).hasMessageContaining("cannot be canonical JSON");
    }
}
