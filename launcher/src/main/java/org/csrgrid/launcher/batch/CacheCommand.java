package org.csrgrid.launcher.batch;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csr batch cache}: looks after what is kept so that it need not be computed again. */
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        description = "Shows what the caches do, fills and clears them.",
        subcommands = {CacheStatistics.class, WarmCaches.class, ClearCache.class, InspectCache.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:there is no such entry, a warm-up failed, or stats found something critical",
            "2:the grid does not answer, or wrong arguments"
        })
final class CacheCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "run by picocli only").commandLine(),
                "what shall it do? For example: stats");
    }
}
