package org.csrgrid.launcher.batch;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csr batch jobs}: looks for background jobs and acts on them. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "Looks for background jobs and acts on them.",
        subcommands = {
            ListJobs.class,
            ShowJob.class,
            ActOnJobs.Retry.class,
            ActOnJobs.Cancel.class,
            ActOnJobs.Forget.class,
            ActOnJobs.Prune.class,
            SnoozeJob.class,
            ListChannels.class,
            SteerChannel.Pause.class,
            SteerChannel.Resume.class,
            ListSchedules.class,
            RunSchedule.class
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:there is no such job, or its state does not allow it",
            "2:the grid does not answer, or wrong arguments"
        })
final class JobsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec, "run by picocli only").commandLine(),
                "what shall it do? For example: list state:dead");
    }
}
