package org.csrgrid.launcher.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.launcher.CommandException;

/**
 * A product that runs from a data folder, as it describes itself to other commands in {@code running.json}. Only the owner may read that file, because
 * the database's password is in it.
 *
 * @param pid the supervisor
 * @param startedAt when the supervisor wrote this, in RFC 3339
 * @param databaseUrl JDBC URL
 * @param join where the members listen, as host:port
 * @param apis where the API nodes listen
 * @param gateway where the sandbox gateway listens
 * @param processes name to process id
 */
public record RunningProduct(
        long pid,
        String startedAt,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String clusterName,
        List<String> join,
        List<String> apis,
        String gateway,
        Map<String, Long> processes) {

    private static final String FILE = "running.json";
    private static final JsonMapper JSON = new JsonMapper();

    /** The product that runs from that folder now; empty if there is none, or only what a killed one left behind. */
    public static Optional<RunningProduct> read(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            RunningProduct product = JSON.readValue(Files.readAllBytes(file), RunningProduct.class);
            return product.isAlive() ? Optional.of(product) : Optional.empty();
        } catch (IOException broken) {
            throw new CommandException("%s: broken (delete it if nothing runs)".formatted(file), broken);
        }
    }

    /** Tells other commands about this product. */
    public void write(DataFolder folder) {
        try {
            PrivateFiles.write(
                    folder.root().resolve(FILE),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("running.json cannot be formed", impossible);
        } catch (IOException unwritable) {
            throw new CommandException("running.json cannot be written below " + folder.root(), unwritable);
        }
    }

    /** Takes the description back when the product has stopped. */
    public static void remove(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.root().resolve(FILE));
        } catch (IOException unwritable) {
            throw new CommandException("running.json cannot be removed below " + folder.root(), unwritable);
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).filter(this::isOlderThanTheFile).isPresent();
    }

    /** Another process may have got the id of one that died. */
    private boolean isOlderThanTheFile(ProcessHandle process) {
        Instant written = Instant.parse(startedAt);
        return process.isAlive()
                && process.info()
                        .startInstant()
                        .map(started -> !started.isAfter(written))
                        .orElse(true);
    }

    /** Settings with which another process reaches this product's database, members and gateway. */
    public Settings settings(Path dataFolder) {
        DemoSecrets secrets = DemoSecrets.in(dataFolder);
        Map<String, String> values = new HashMap<>();
        values.put("grid.cluster-name", clusterName);
        values.put("grid.join", String.join(",", join));
        values.put("grid.expected-members", Integer.toString(join.size()));
        values.put("database.url", databaseUrl);
        values.put("database.user", databaseUser);
        values.put("database.password", databasePassword);
        values.put("payments.sandbox-url", URI.create(gateway).toString());
        values.put("payments.sandbox-api-key", secrets.sandboxApiKey().reveal());
        values.put("payments.webhook-secret", secrets.webhookSecret().reveal());
        values.put("security.token-key", secrets.tokenKey().reveal());
        values.put("audit.anchor-folder", dataFolder.resolve("audit").toString());
        return SettingsLoader.defaultsWith(values);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RunningProduct[pid=%d, apis=%s, members=%s]".formatted(pid, apis, join);
    }
}
