package org.csrgrid.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.settings.SecurityMode;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.launcher.data.DemoSecrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which settings a command works with. */
final class SettingsOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "Settings to use (default: config/csr.yaml).")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one setting, such as --set grid.port=5702; may be repeated.")
    private Map<String, String> overrides = new HashMap<>();

    /**
     * The file given, else the product's own if there is one.
     *
     * @throws CommandException if the given one does not exist
     */
    Optional<Path> file() {
        if (config == null) {
            return DataOption.defaultConfig();
        }
        if (!Files.isRegularFile(config)) {
            throw new CommandException(
                    "%s: there is no such file (expected: settings as YAML, see --config)".formatted(config));
        }
        return Optional.of(config);
    }

    Map<String, String> overrides() {
        return overrides;
    }

    /** @throws org.csrgrid.config.binding.InvalidSettingsException if they do not fit */
    Settings load() {
        return SettingsLoader.load(file(), System.getenv(), overrides);
    }

    /** The same; in demo mode secrets nobody set are those of the data folder, made up if need be. */
    Settings loadWithSecrets(Path dataFolder) {
        Settings settings = load();
        if (settings.security().mode() != SecurityMode.DEMO || hasAll(settings)) {
            return settings;
        }
        DemoSecrets secrets = DemoSecrets.in(dataFolder);
        Map<String, String> completed = new HashMap<>(overrides);
        if (!settings.security().tokenKey().isPresent()) {
            completed.put("security.token-key", secrets.tokenKey().reveal());
        }
        if (!settings.payments().sandboxApiKey().isPresent()) {
            completed.put("payments.sandbox-api-key", secrets.sandboxApiKey().reveal());
        }
        if (!settings.payments().webhookSecret().isPresent()) {
            completed.put("payments.webhook-secret", secrets.webhookSecret().reveal());
        }
        return SettingsLoader.load(file(), System.getenv(), completed);
    }

    private static boolean hasAll(Settings settings) {
        return settings.security().tokenKey().isPresent()
                && settings.payments().sandboxApiKey().isPresent()
                && settings.payments().webhookSecret().isPresent();
    }
}
