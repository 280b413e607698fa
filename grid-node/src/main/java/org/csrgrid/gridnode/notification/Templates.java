package org.csrgrid.gridnode.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.notification.NotificationJobs.EmailWork;

/**
 * The words of all mails, one file per language beside this class: {@code mails_en.txt}, and so on. A language is added by adding its file. Safe for use
 * by many threads.
 */
final class Templates {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern SECTION = Pattern.compile("(?m)^== ");
    private static final Pattern BLANK_LINES = Pattern.compile("\n\\s*\n");

    private final Map<String, Optional<Map<String, Template>>> languages = new ConcurrentHashMap<>();
    private final String layout = resource("layout.html").orElseThrow();

    /**
     * A mail to somebody in their language, or in English where we do not speak it.
     *
     * @param values what the template's placeholders stand for; {@code name} is added
     * @throws IllegalArgumentException if there is no such template or a value is absent
     */
    EmailWork write(String name, User receiver, Map<String, String> values) {
        String language = languageFor(receiver.language());
        Template template = in(language).get(name);
        if (template == null) {
            throw new IllegalArgumentException("template: \"%s\" (expected: one of %s)"
                    .formatted(name, in(language).keySet()));
        }
        Map<String, String> all = new HashMap<>(values);
        all.put("name", receiver.name());
        String subject = template.subject(all);
        return new EmailWork(
                receiver.email(),
                receiver.name(),
                subject,
                template.text(all),
                html(template, all, subject, language),
                language);
    }

    /** The language mails are written in for somebody who prefers that one, possibly with a country. */
    String languageFor(String preferred) {
        String language = preferred.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return LANGUAGE.matcher(language).matches() && load(language).isPresent() ? language : LocalizedText.FALLBACK;
    }

    Map<String, Template> in(String language) {
        return load(language)
                .orElseThrow(() -> new IllegalArgumentException(
                        "language: \"%s\" (expected: one there is a file for)".formatted(language)));
    }

    private String html(Template template, Map<String, String> values, String subject, String language) {
        Map<String, String> parts =
                Map.of("language", language, "subject", Template.escaped(subject), "body", template.html(values));
        return Template.filled(layout, parts, UnaryOperator.identity());
    }

    private Optional<Map<String, Template>> load(String language) {
        return languages.computeIfAbsent(
                language, key -> resource("mails_" + key + ".txt").map(Templates::parse));
    }

    private static Map<String, Template> parse(String file) {
        Map<String, Template> templates = new HashMap<>();
        SECTION.splitAsStream(file).filter(section -> !section.isBlank()).forEach(section -> {
            List<String> paragraphs = Arrays.stream(BLANK_LINES.split(section))
                    .map(String::strip)
                    .filter(paragraph -> !paragraph.isEmpty())
                    .toList();
            String[] head = paragraphs.getFirst().split("\n", 2);
            templates.put(head[0].strip(), new Template(head[1].strip(), paragraphs.subList(1, paragraphs.size())));
        });
        return Map.copyOf(templates);
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    /** The names of all templates. */
    Set<String> names() {
        return in(LocalizedText.FALLBACK).keySet();
    }
}
