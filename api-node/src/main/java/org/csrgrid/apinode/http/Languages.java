package org.csrgrid.apinode.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.domain.campaign.LocalizedText;

/** Which language to answer in, by Accept-Language. */
public final class Languages {

    private static final int REMEMBERED = 1_000;
    private static final int LONGEST = 200;
    private static final Map<String, List<String>> PARSED = new ConcurrentHashMap<>();

    private Languages() {}

    /** ISO 639-1 codes in the client's order of preference; empty if it has none. */
    public static List<String> preferred(ServerRequest request) {
        if (!request.headers().contains(HeaderNames.ACCEPT_LANGUAGE)) {
            return List.of();
        }
        String header = request.headers().get(HeaderNames.ACCEPT_LANGUAGE).get();
        List<String> known = PARSED.get(header);
        if (known != null) {
            return known;
        }
        List<String> parsed = header.length() > LONGEST ? List.of() : parse(header);
        if (PARSED.size() < REMEMBERED) {
            PARSED.put(header, parsed);
        }
        return parsed;
    }

    /** The first preferred language the text has, else the one it falls back to. */
    public static String choose(List<String> preferred, LocalizedText text) {
        for (String language : preferred) {
            if (text.byLanguage().containsKey(language)) {
                return language;
            }
        }
        return text.byLanguage().containsKey(LocalizedText.FALLBACK)
                ? LocalizedText.FALLBACK
                : text.byLanguage().keySet().stream()
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    private static List<String> parse(String header) {
        try {
            var languages = new ArrayList<String>();
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                String language = range.getRange().split("-", 2)[0];
                if (range.getWeight() > 0 && !languages.contains(language)) {
                    languages.add(language);
                }
            }
            return List.copyOf(languages);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
