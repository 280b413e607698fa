package org.csrgrid.gridnode.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of one kind of mail in one language. {@code {name}} is a placeholder; a paragraph that begins with {@code {?name}} is left out where that
 * value is absent or empty; a paragraph that is a placeholder whose value is a web address becomes a link.
 */
record Template(String subject, List<String> paragraphs) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern CONDITION = Pattern.compile("^\\{\\?([a-z]+)}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    Template {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The names a mail of this kind needs or may use. */
    Set<String> placeholders() {
        String all = subject + String.join(" ", paragraphs).replace("{?", "{");
        return PLACEHOLDER
                .matcher(all)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String subject(Map<String, String> values) {
        return filled(subject, values, UnaryOperator.identity());
    }

    String text(Map<String, String> values) {
        return shown(values).stream()
                .map(paragraph -> filled(paragraph, values, UnaryOperator.identity()))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** The paragraphs as HTML; every value is escaped. */
    String html(Map<String, String> values) {
        return shown(values).stream()
                .map(paragraph -> htmlParagraph(filled(escaped(paragraph), values, Template::escaped)))
                .collect(Collectors.joining("\n"));
    }

    private static String htmlParagraph(String html) {
        return LINK.matcher(html).matches()
                ? "<p><a href=\"%s\">%s</a></p>".formatted(html, html)
                : "<p>" + html.replace("\n", "<br>\n") + "</p>";
    }

    private List<String> shown(Map<String, String> values) {
        return paragraphs.stream()
                .filter(paragraph -> isShown(paragraph, values))
                .map(paragraph -> CONDITION.matcher(paragraph).replaceFirst(""))
                .toList();
    }

    private static boolean isShown(String paragraph, Map<String, String> values) {
        Matcher condition = CONDITION.matcher(paragraph);
        return !condition.find() || !values.getOrDefault(condition.group(1), "").isEmpty();
    }

    /** One pass, so that braces in a value stay what they are. */
    static String filled(String words, Map<String, String> values, UnaryOperator<String> written) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(written.apply(value(found, values))));
    }

    private static String value(MatchResult found, Map<String, String> values) {
        String value = values.get(found.group(1));
        if (value == null) {
            throw new IllegalArgumentException(
                    "values: %s (expected: one for %s)".formatted(values.keySet(), found.group(1)));
        }
        return value;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
