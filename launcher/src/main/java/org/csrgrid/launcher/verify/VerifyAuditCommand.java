package org.csrgrid.launcher.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.grid.audit.AuditKey;
import org.csrgrid.launcher.CommandException;
import org.csrgrid.launcher.CsrSubcommand;
import org.csrgrid.launcher.data.RunningProduct;
import org.csrgrid.mapstore.audit.AnchorFolder;
import org.csrgrid.mapstore.database.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code csr verify-audit}: exit code 0 if the trail verifies, 1 if it was changed, 2 if something cannot be read. Needs no running grid. */
@Command(
        name = "verify-audit",
        mixinStandardHelpOptions = true,
        description = "Checks the audit trail in MySQL against its signed heads and the copies outside the database.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it verifies", "1:it was changed", "2:database or anchors cannot be read, or wrong arguments"})
public final class VerifyAuditCommand implements CsrSubcommand {

    private static final int CLEAN = 0;
    private static final int CHANGED = 1;
    private static final int CANNOT_VERIFY = 2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of a running demo (default: data beside the csr script).")
    private Path data = Path.of(System.getProperty("csr.home", ""), "data");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Check the system of this file and of the CSR_ variables.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a setting of --config, such as database.url.")
    private Map<String, String> overrides = Map.of();

    @Option(
            names = "--anchors",
            paramLabel = "DIR",
            description = "Folder with the anchored heads (default: audit.anchor-folder).")
    private @Nullable Path anchors;

    @Option(
            names = "--public-key",
            paramLabel = "HEX",
            description = "Key heads are signed with, 64 digits (default: derived from audit.signing-key).")
    private @Nullable String publicKey;

    @Option(
            names = "--unsealed-seconds",
            paramLabel = "SECONDS",
            description = "How long an entry may wait to be sealed (default: 60).")
    private long unsealedSeconds = 60;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            return verify(settings());
        } catch (CannotVerifyException | CommandException | InvalidSettingsException cannot) {
            spec().commandLine().getErr().println("Cannot verify: " + cannot.getMessage());
            return CANNOT_VERIFY;
        }
    }

    private int verify(Settings settings) {
        long start = System.nanoTime();
        Path folder = anchors != null
                ? anchors
                : settings.audit().requireAnchorFolder(settings.security().mode());
        if (!Files.isDirectory(folder)) {
            throw new CannotVerifyException("there are no anchored heads in " + folder);
        }
        String key = publicKey != null
                ? publicKey
                : AuditKey.of(settings.requireAuditKey()).publicKey();
        try (Database database = Database.open(VerifyLedgerCommand.access(settings.database()))) {
            if (!database.isReachable()) {
                throw new CannotVerifyException(
                        "the database does not answer at " + settings.database().requireUrl());
            }
            AuditFindings findings = AuditVerification.run(
                    database.jdbi(), new AnchorFolder(folder), key, Instant.now().minusSeconds(unsealedSeconds));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            spec().commandLine().getOut().println(findings.text(took));
            return findings.isClean() ? CLEAN : CHANGED;
        }
    }

    private Settings settings() {
        if (config != null || !overrides.isEmpty()) {
            return SettingsLoader.load(Optional.ofNullable(config), System.getenv(), overrides);
        }
        return RunningProduct.read(data)
                .orElseThrow(() -> new CannotVerifyException(
                        "nothing runs from the data folder %s (start ./csr demo, or name a --config)".formatted(data)))
                .settings(data);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "run by picocli only");
    }
}
