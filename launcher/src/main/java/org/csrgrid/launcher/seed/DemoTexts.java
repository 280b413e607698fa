package org.csrgrid.launcher.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.organization.Organization;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The words of the demo set, read from the YAML files beside this class. */
final class DemoTexts {

    private DemoTexts() {}

    record Charity(
            String name,
            String registration,
            String taxId,
            String category,
            String country,
            String city,
            String currency,
            Organization.Status status,
            LocalizedText mission) {}

    /** @param organization place of its charity in {@link #charities} */
    record Theme(int organization, List<String> places, Map<String, String> title, Map<String, String> description) {

        LocalizedText titleFor(String place) {
            return filled(title, place);
        }

        LocalizedText descriptionFor(String place) {
            return filled(description, place);
        }

        private static LocalizedText filled(Map<String, String> texts, String place) {
            Map<String, String> filled = new LinkedHashMap<>();
            texts.forEach((language, text) -> filled.put(language, text.replace("{place}", place)));
            return new LocalizedText(filled);
        }
    }

    static List<Charity> charities() {
        return read("organizations.yaml").stream()
                .map(entry -> new Charity(
                        text(entry, "name"),
                        text(entry, "registration"),
                        text(entry, "taxId"),
                        text(entry, "category"),
                        text(entry, "country"),
                        text(entry, "city"),
                        text(entry, "currency"),
                        Organization.Status.valueOf(text(entry, "status")),
                        new LocalizedText(texts(entry, "mission"))))
                .toList();
    }

    static List<Theme> themes() {
        return read("themes.yaml").stream()
                .map(entry -> new Theme(
                        Integer.parseInt(text(entry, "organization")),
                        ((List<?>) value(entry, "places"))
                                .stream().map(String::valueOf).toList(),
                        texts(entry, "title"),
                        texts(entry, "description")))
                .toList();
    }

    private static List<Map<?, ?>> read(String file) {
        try (InputStream content = DemoTexts.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("the launcher was built without " + file);
            }
            List<?> entries =
                    (List<?>) new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(content);
            return IntStream.range(0, entries.size())
                    .<Map<?, ?>>mapToObj(index -> (Map<?, ?>) entries.get(index))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object value(Map<?, ?> entry, String name) {
        Object value = entry.get(name);
        if (value == null) {
            throw new IllegalStateException("%s is missing in %s".formatted(name, entry));
        }
        return value;
    }

    private static String text(Map<?, ?> entry, String name) {
        return String.valueOf(value(entry, name));
    }

    private static Map<String, String> texts(Map<?, ?> entry, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        ((Map<?, ?>) value(entry, name))
                .forEach((language, text) -> texts.put(String.valueOf(language), String.valueOf(text)));
        return texts;
    }
}
