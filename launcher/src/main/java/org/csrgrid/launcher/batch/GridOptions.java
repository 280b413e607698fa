package org.csrgrid.launcher.batch;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.grid.GridUnreachableException;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.filter.JobFilterSyntaxException;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.wire.WireTypes;
import org.csrgrid.launcher.CommandException;
import org.csrgrid.launcher.data.RunningProduct;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which system a command works on, and how it answers. */
final class GridOptions {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int CANNOT = 2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of a running demo (default: data beside the csr script).")
    private Path data = Path.of(System.getProperty("csr.home", ""), "data");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Work on the system of this file and of the CSR_ variables.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a setting of --config, such as grid.join.")
    private Map<String, String> overrides = Map.of();

    @Option(names = "--json", description = "Answers JSON instead of a table.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** What is done with a running grid; answers the exit code. */
    interface GridWork {
        int run(HazelcastInstance grid, Settings settings);
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Now, in whole microseconds as the grid keeps times. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** One line on the terminal, and the exit code. */
    int refuse(String why) {
        return complain(why, REFUSED);
    }

    /** As {@link #onGrid}, with the jobs. */
    int work(ToIntFunction<JobDirectory> work) {
        return onGrid((grid, _) ->
                work.applyAsInt(new JobDirectory(grid, new JobGrid(grid, JobCipher.NONE), new MemberCalls(grid))));
    }

    /** Joins the grid as a client for one piece of work; whatever goes wrong is one line and exit code 2. */
    int onGrid(GridWork work) {
        try {
            Settings settings = settings();
            ClientConfig client = ClientSetup.base(settings.grid());
            client.setInstanceName("batch-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
            WireTypes.register(client.getSerializationConfig().getCompactSerializationConfig());
            HazelcastInstance grid = ClientSetup.connect(settings.grid(), client);
            try {
                int code = work.run(grid, settings);
                out().flush();
                return code;
            } finally {
                grid.shutdown();
            }
        } catch (CommandException
                | CacheStoreException
                | GridUnreachableException
                | GridUnavailableException
                | InvalidSettingsException
                | JobFilterSyntaxException cannot) {
            return complain(String.valueOf(cannot.getMessage()), CANNOT);
        }
    }

    private Settings settings() {
        if (config != null || !overrides.isEmpty()) {
            return SettingsLoader.load(Optional.ofNullable(config), System.getenv(), overrides);
        }
        return RunningProduct.read(data)
                .orElseThrow(() -> new CommandException(
                        "nothing runs from the data folder %s (start ./csr demo, or name a --config)".formatted(data)))
                .settings(data);
    }

    private int complain(String why, int code) {
        PrintWriter err = spec().commandLine().getErr();
        err.println("csr: " + why.lines().findFirst().orElse("no reason known"));
        err.flush();
        return code;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "run by picocli only");
    }
}
