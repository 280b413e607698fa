package org.csrgrid.domain.campaign;

import java.util.Map;

/**
 * One text in several languages.
 *
 * @param byLanguage ISO 639-1 code to text; never empty
 */
public record LocalizedText(Map<String, String> byLanguage) {

    public static final String FALLBACK = "en";

    public LocalizedText {
        byLanguage = Map.copyOf(byLanguage);
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("no text in any language (expected: at least one)");
        }
    }

    public static LocalizedText english(String text) {
        return new LocalizedText(Map.of(FALLBACK, text));
    }

    /** The text in that language, else in English, else in whatever language there is. */
    public String in(String language) {
        String text = byLanguage.get(language);
        if (text == null) {
            text = byLanguage.get(FALLBACK);
        }
        return text != null
                ? text
                : byLanguage.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .orElseThrow()
                        .getValue();
    }
}
