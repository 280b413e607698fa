package org.csrgrid.launcher.verify;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.grid.GridUnreachableException;
import org.csrgrid.config.settings.DatabaseSettings;
import org.csrgrid.config.settings.PaymentSettings;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.launcher.CommandException;
import org.csrgrid.launcher.CsrSubcommand;
import org.csrgrid.launcher.data.RunningProduct;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.DatabaseOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csr verify-ledger}: exit code 0 without drift, 1 with, 2 if something cannot be read. */
@Command(
        name = "verify-ledger",
        mixinStandardHelpOptions = true,
        description = "Checks that ledger, grid, MySQL and payment gateway say the same.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no drift", "1:drift", "2:database, grid or gateway cannot be read, or wrong arguments"})
public final class VerifyLedgerCommand implements CsrSubcommand {

    private static final int CLEAN = 0;
    private static final int DRIFT = 1;
    private static final int CANNOT_VERIFY = 2;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
    private static final Duration LONGEST_QUERY = Duration.ofMinutes(5);

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
            names = "--gateway",
            paramLabel = "URL",
            description = "Sandbox gateway to compare with (default: payments.sandbox-url); its key is the setting"
                    + " payments.sandbox-api-key.")
    private @Nullable URI gateway;

    @Option(names = "--no-gateway", description = "Compares with no gateway.")
    private boolean withoutGateway;

    @Option(
            names = "--acknowledged",
            paramLabel = "FILE",
            description = "Public ids of donations that were acknowledged, one per line.")
    private @Nullable Path acknowledged;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "Waits so long for the system to be quiet, such as 500ms, 30s or 2m (default: 30s).")
    private String patience = "30s";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Duration wait = duration();
        try {
            return verify(settings(), wait);
        } catch (CannotVerifyException | CommandException | GridUnreachableException cannot) {
            return complain(cannot.getMessage());
        } catch (InvalidSettingsException invalid) {
            return complain(invalid.getMessage());
        }
    }

    private int verify(Settings settings, Duration wait) {
        VerificationOptions options = options(settings, wait);
        ClientConfig client = ClientSetup.base(settings.grid());
        client.setInstanceName("verify-ledger");
        WireTypes.register(client.getSerializationConfig().getCompactSerializationConfig());
        try (Database database = Database.open(access(settings.database()))) {
            if (!database.isReachable()) {
                throw new CannotVerifyException(
                        "the database does not answer at " + settings.database().requireUrl());
            }
            HazelcastInstance grid = ClientSetup.connect(settings.grid(), client);
            try {
                VerificationReport report = LedgerVerification.run(database.jdbi(), grid, options);
                spec().commandLine().getOut().println(report);
                return report.isClean() ? CLEAN : DRIFT;
            } finally {
                grid.shutdown();
            }
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

    private VerificationOptions options(Settings settings, Duration wait) {
        VerificationOptions options = VerificationOptions.defaults().waiting(wait);
        if (acknowledged != null) {
            options = options.withAcknowledged(acknowledged);
        }
        PaymentSettings payments = settings.payments();
        Optional<URI> address = gateway != null ? Optional.of(gateway) : payments.sandboxUrl();
        return withoutGateway || address.isEmpty()
                ? options
                : options.withSandbox(address.get(), payments.sandboxApiKey());
    }

    /** More patient than a member: nobody waits for an answer, and a statement over the whole ledger takes its time. */
    static DatabaseOptions access(DatabaseSettings settings) {
        return new DatabaseOptions(
                settings.requireUrl(),
                settings.user(),
                settings.password().isPresent() ? settings.password().reveal() : "",
                2,
                LONGEST_CONNECT,
                LONGEST_SILENCE,
                LONGEST_QUERY);
    }

    private Duration duration() {
        try {
            String text = patience.strip().toUpperCase(Locale.ROOT);
            return text.endsWith("MS")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text);
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw new ParameterException(
                    spec().commandLine(), "--wait: %s (expected: a duration such as 30s)".formatted(patience));
        }
    }

    private int complain(@Nullable String why) {
        spec().commandLine().getErr().println("Cannot verify: " + why);
        return CANNOT_VERIFY;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "run by picocli only");
    }
}
