package org.csrgrid.launcher.batch;

import java.util.Objects;
import org.csrgrid.launcher.CsrSubcommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csr batch}: work for operators on a running system. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "Works on a running system: its background jobs and its caches.",
        subcommands = {JobsCommand.class, CacheCommand.class})
public final class BatchCommand implements CsrSubcommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "run by picocli only").commandLine(),
                "what shall it do? For example: jobs or cache");
    }
}
