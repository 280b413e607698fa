package org.csrgrid.launcher.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.gridnode.GridNode;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import picocli.CommandLine;

/** A real member with a real database, and the commands as an operator runs them against it. */
final class OperatedGrid implements AutoCloseable {

    final Path folder;
    private final EmbeddedDatabase server;
    final GridNode node;
    private final Map<String, String> settings;

    record Run(int exitCode, String out, String err) {

        JsonNode json() {
            try {
                return new JsonMapper().readTree(out);
            } catch (IOException unreadable) {
                throw new AssertionError(out + err, unreadable);
            }
        }
    }

    OperatedGrid() {
        try {
            folder = Files.createTempDirectory("csr-batch-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder).withBufferPoolMegabytes(64));
        settings = new HashMap<>(Map.of(
                "grid.cluster-name",
                "batch-" + UUID.randomUUID(),
                "database.url",
                server.jdbcUrl(),
                "database.user",
                server.user(),
                "database.password",
                server.password(),
                "payments.sandbox-url",
                "http://127.0.0.1:9",
                "payments.sandbox-api-key",
                "test-key"));
        Map<String, String> own = new HashMap<>(settings);
        own.put("grid.port", "0");
        own.put("node.name", "batch-" + UUID.randomUUID());
        node = GridNode.start(SettingsLoader.defaultsWith(own));
        settings.put("grid.join", "127.0.0.1:" + node.port());
    }

    /** Runs {@code csr batch} with the arguments and this grid's settings. */
    Run run(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return execute(all);
    }

    /** Runs {@code csr batch} with these arguments alone. */
    static Run execute(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new BatchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }

    @Override
    public void close() {
        node.close();
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
