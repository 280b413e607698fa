package org.csrgrid.apinode.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.csrgrid.apinode.http.ProblemType;

/**
 * The texts of the product's own interface, from a file of properties per language. What a language lacks is in English; problems' English titles are
 * those of {@link ProblemType}.
 */
final class InterfaceTexts {

    private static final String ENGLISH = "en";
    private static final Set<String> LANGUAGES = Set.of(ENGLISH, "nl", "fr");

    private final Map<String, SortedMap<String, String>> byLanguage = new TreeMap<>();

    private InterfaceTexts() {
        var english = new TreeMap<String, String>();
        for (ProblemType type : ProblemType.values()) {
            english.put("problem." + type.slug(), type.title());
        }
        english.putAll(read(ENGLISH));
        for (String language : LANGUAGES) {
            var texts = new TreeMap<>(english);
            texts.putAll(read(language));
            byLanguage.put(language, texts);
        }
    }

    /** @throws IllegalStateException if a file is missing, which is a mistake in packaging */
    static InterfaceTexts load() {
        return new InterfaceTexts();
    }

    Set<String> languages() {
        return LANGUAGES;
    }

    /** By their names, in the order of these. */
    SortedMap<String, String> in(String language) {
        return Objects.requireNonNull(byLanguage.get(language), "one of the languages");
    }

    /** Differs between releases whose texts do. */
    String edition() {
        return Integer.toHexString(byLanguage.hashCode());
    }

    /** What the language's own file says. */
    static Map<String, String> read(String language) {
        String name = "interface_" + language + ".properties";
        try (InputStream file = InterfaceTexts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s: missing (expected: beside this class)".formatted(name));
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            var texts = new TreeMap<String, String>();
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
