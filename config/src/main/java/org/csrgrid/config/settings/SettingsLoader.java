package org.csrgrid.config.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.SettingKey;
import org.csrgrid.config.binding.SettingsBinding;

/** Loads the settings. Later sources win: built-in defaults, YAML file, environment variables, overrides. */
public final class SettingsLoader {
    /** Starts the name of every environment variable that is a setting. */
    public static final String ENVIRONMENT_PREFIX = "CSR_";

    private static final Set<String> OF_THE_LAUNCHER = Set.of("CSR_HOME", "CSR_JAVA_HOME", "CSR_JAVA_OPTIONS");
    private static final SettingsBinding<Settings> BINDING =
            new SettingsBinding<>(Settings.class, ENVIRONMENT_PREFIX, OF_THE_LAUNCHER);

    private SettingsLoader() {}

    /**
     * Loads and checks everything. A variable starting with {@value #ENVIRONMENT_PREFIX} must be a setting or one of the
     * launcher's own; an empty one counts as not set.
     *
     * @param yaml the file to read; empty for none
     * @param environment usually {@link System#getenv()}
     * @param overrides texts by key, such as {@code grid.port} to {@code 0}
     * @throws InvalidSettingsException with every problem found, each with its file and line or variable
     */
    public static Settings load(Optional<Path> yaml, Map<String, String> environment, Map<String, String> overrides) {
        return BINDING.bind(yaml, environment, overrides, given -> SecretRules.problems(BINDING.keys(), given));
    }

    /** The defaults with some values replaced: what tests and embedding code start from. */
    public static Settings defaultsWith(Map<String, String> overrides) {
        return load(Optional.empty(), Map.of(), overrides);
    }

    /** Every setting there is, in the order of the documentation. */
    public static List<SettingKey> keys() {
        return BINDING.keys();
    }

    /**
     * The setting of a key, for its environment variable or description.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public static SettingKey key(String key) {
        return BINDING.key(key)
                .orElseThrow(() -> new IllegalArgumentException("key: %s (expected: a setting)".formatted(key)));
    }

    static String markdown() {
        return BINDING.markdown();
    }
}
