package org.csrgrid.config.binding;

import java.util.stream.Collectors;
import org.csrgrid.config.binding.SettingSchema.Entry;
import org.csrgrid.config.binding.SettingSchema.Leaf;
import org.csrgrid.config.binding.SettingSchema.Section;
import org.csrgrid.config.binding.SettingSchema.Table;

/** Renders a schema for people: a heading and a table per section. */
final class MarkdownTables {
    private final SettingSchema schema;
    private final StringBuilder text = new StringBuilder();

    MarkdownTables(SettingSchema schema) {
        this.schema = schema;
    }

    String render() {
        schema.root().entries().forEach(this::entry);
        return text.toString();
    }

    private void entry(Entry entry) {
        switch (entry) {
            case Section section -> section(section);
            case Table table -> table(table);
            case Leaf leaf -> row(leaf);
        }
    }

    private void section(Section section) {
        heading("##", section.key(), section.description());
        text.append("| key | environment variable | default | meaning |\n|---|---|---|---|\n");
        section.entries().stream().filter(Leaf.class::isInstance).forEach(this::entry);
        section.entries().stream().filter(entry -> !(entry instanceof Leaf)).forEach(this::entry);
    }

    private void row(Leaf leaf) {
        SettingKey setting = leaf.setting();
        text.append("| `%s` | `%s` | %s | %s. Accepts %s. |\n"
                .formatted(
                        setting.key(),
                        setting.environmentName(),
                        code(setting.defaultValue()),
                        cell(setting.description()),
                        cell(setting.expectation())));
    }

    /** One row per constant: the columns are the same for all, so the meanings are listed once above. */
    private void table(Table table) {
        heading("###", table.key() + ".*", table.description());
        Section any = table.sections().values().iterator().next();
        any.entries().forEach(entry -> meaning(table, entry));
        text.append("\nDefaults:\n\n| key | ");
        text.append(any.entries().stream().map(MarkdownTables::name).collect(Collectors.joining(" | ")));
        text.append(" |\n|---|").append("---|".repeat(any.entries().size())).append('\n');
        table.sections().values().forEach(this::defaults);
    }

    private void meaning(Table table, Entry entry) {
        if (entry instanceof Leaf leaf) {
            SettingKey setting = leaf.setting();
            text.append("- `%s.NAME.%s`: %s. Accepts %s.\n"
                    .formatted(table.key(), name(leaf), setting.description(), setting.expectation()));
        }
    }

    private void defaults(Section section) {
        text.append("| `").append(section.key()).append("` |");
        section.entries().forEach(entry -> {
            String value = entry instanceof Leaf leaf ? leaf.setting().defaultValue() : "";
            text.append(' ').append(code(value)).append(" |");
        });
        text.append('\n');
    }

    private void heading(String level, String title, String description) {
        text.append("\n%s %s\n\n%s.\n\n".formatted(level, title, description));
    }

    private static String name(Entry entry) {
        return entry.key().substring(entry.key().lastIndexOf('.') + 1);
    }

    private static String code(String value) {
        return value.isEmpty() ? "–" : "`" + value + "`";
    }

    private static String cell(String value) {
        return value.replace("|", "\\|").replace("*", "\\*");
    }
}
