package org.csrgrid.launcher.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.launcher.CommandException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The secrets of a product on one machine, made at random on its first start and kept in {@code secrets.yaml}, which only its owner may read. For the
 * demo only: production sets its own.
 *
 * @param demoPassword what everybody of the demo set logs in with
 */
public record DemoSecrets(Secret tokenKey, Secret webhookSecret, Secret sandboxApiKey, Secret demoPassword) {

    private static final String FILE = "secrets.yaml";
    private static final String TOKEN_KEY = "token-key";
    private static final String WEBHOOK_SECRET = "webhook-secret";
    private static final String SANDBOX_API_KEY = "sandbox-api-key";
    private static final String DEMO_PASSWORD = "demo-password";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 6;

    /**
     * Reads the secrets of a data folder; makes those that are missing.
     *
     * @throws CommandException if the file is broken or cannot be written
     */
    public static DemoSecrets in(DataFolder folder) {
        return in(folder.root());
    }

    /** The same for a data folder that another process may have claimed. */
    public static DemoSecrets in(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            Map<String, String> values = Files.exists(file) ? read(file) : new LinkedHashMap<>();
            int known = values.size();
            values.computeIfAbsent(TOKEN_KEY, _ -> random(KEY_BYTES));
            values.computeIfAbsent(WEBHOOK_SECRET, _ -> random(KEY_BYTES));
            values.computeIfAbsent(SANDBOX_API_KEY, _ -> random(KEY_BYTES));
            values.computeIfAbsent(DEMO_PASSWORD, _ -> "demo-" + random(PASSWORD_BYTES));
            if (values.size() > known) {
                PrivateFiles.write(file, text(values));
            }
            return new DemoSecrets(
                    secret(values, TOKEN_KEY),
                    secret(values, WEBHOOK_SECRET),
                    secret(values, SANDBOX_API_KEY),
                    secret(values, DEMO_PASSWORD));
        } catch (IOException unusable) {
            throw new CommandException("the secrets in %s cannot be read or written".formatted(file), unusable);
        }
    }

    private static Secret secret(Map<String, String> values, String name) {
        return Secret.of(values.getOrDefault(name, ""));
    }

    private static Map<String, String> read(Path file) throws IOException {
        try {
            Object content = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            if (content instanceof Map<?, ?> entries) {
                Map<String, String> values = new LinkedHashMap<>();
                entries.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
                return values;
            }
        } catch (YamlEngineException broken) {
            throw new CommandException(notReadable(file), broken);
        }
        throw new CommandException(notReadable(file));
    }

    private static String notReadable(Path file) {
        return "%s: broken (expected: \"name: value\" lines; delete it to have new secrets made)".formatted(file);
    }

    private static String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder("# Made by ./csr on its first start. Keep this file to yourself.\n");
        values.forEach(
                (name, value) -> text.append(name).append(": \"").append(value).append("\"\n"));
        return text.toString();
    }

    private static String random(int bytes) {
        byte[] content = new byte[bytes];
        new SecureRandom().nextBytes(content);
        return HexFormat.of().formatHex(content);
    }
}
