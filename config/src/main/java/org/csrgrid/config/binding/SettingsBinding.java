package org.csrgrid.config.binding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds one record type to its sources. Later sources win: defaults, YAML file, environment, overrides. Immutable and
 * safe to share between threads.
 *
 * @param <R> the record whose components, and their components, carry {@link Setting}
 */
public final class SettingsBinding<R extends Record> {
    private final Class<R> type;
    private final String environmentPrefix;
    private final Set<String> ignoredEnvironment;
    private final SettingSchema schema;

    /**
     * @param environmentPrefix every variable that starts so must be a known setting
     * @param ignoredEnvironment variables with the prefix that belong to somebody else
     * @throws IllegalArgumentException when a component is not annotated or has a type no text can become
     */
    public SettingsBinding(Class<R> type, String environmentPrefix, Set<String> ignoredEnvironment) {
        this.type = type;
        this.environmentPrefix = environmentPrefix;
        this.ignoredEnvironment = Set.copyOf(ignoredEnvironment);
        this.schema = new SettingSchema(type, environmentPrefix);
    }

    /** A rule over several settings, checked even when others have problems. */
    @FunctionalInterface
    public interface Rule {
        /** The problems found in what was given; empty for none. */
        List<SettingsProblem> problems(Given given);
    }

    /** What the sources gave, by key and before any default. */
    @FunctionalInterface
    public interface Given {
        /** The text and where it stands; empty when no source gave one. */
        Optional<GivenText> find(String key);
    }

    /** A text and where it stands. */
    public record GivenText(String text, String source) {}

    /**
     * Reads all sources.
     *
     * @param yaml the file to read; empty for none
     * @param overrides texts by key
     * @throws InvalidSettingsException with every problem found
     */
    public R bind(Optional<Path> yaml, Map<String, String> environment, Map<String, String> overrides, Rule rule) {
        GivenValues values = new GivenValues();
        yaml.ifPresent(file -> YamlSource.read(file, schema, values));
        TextSources texts = new TextSources(schema, values);
        texts.environment(environment, environmentPrefix, ignoredEnvironment);
        texts.overrides(overrides);
        Optional<R> bound = new RecordBinder(values).bind(schema.root()).map(type::cast);
        List<SettingsProblem> problems = new ArrayList<>(values.problems());
        problems.addAll(rule.problems(key -> values.find(key)
                .filter(given -> !given.isEmptyText())
                .map(given -> new GivenText(given.text(), given.source()))));
        if (problems.isEmpty() && bound.isPresent()) {
            return bound.get();
        }
        throw new InvalidSettingsException(problems);
    }

    /** Every setting, in the order of the declaration. */
    public List<SettingKey> keys() {
        return schema.leaves().stream().map(SettingSchema.Leaf::setting).toList();
    }

    /** The setting of this key; empty when there is none. */
    public Optional<SettingKey> key(String key) {
        return keys().stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** The settings as a Markdown document body: a heading and a table per section. */
    public String markdown() {
        return new MarkdownTables(schema).render();
    }
}
