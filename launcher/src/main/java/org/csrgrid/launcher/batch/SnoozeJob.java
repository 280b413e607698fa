package org.csrgrid.launcher.batch;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.JobChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code csr batch jobs snooze}: another time for a job that waits. */
@Command(name = "snooze", mixinStandardHelpOptions = true, description = "Lets a job that waits start at another time.")
final class SnoozeJob implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(paramLabel = "ID", description = "As list shows it.")
    private String id = "";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            required = true,
            description = "Such as 2026-12-01T09:00:00Z; one in the past means now.")
    private String until = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var snooze = new JobAction.Snooze(time());
        return options.work(jobs -> ActOnJobs.told(
                options,
                id,
                JobKey.parse(id)
                        .map(key -> jobs.change(key, snooze, GridOptions.now()))
                        .orElseGet(JobChange.JobNotFound::new)));
    }

    private Instant time() {
        try {
            return Instant.parse(until);
        } catch (DateTimeParseException unreadable) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "run by picocli only").commandLine(),
                    "--until: %s (expected: a time such as 2026-12-01T09:00:00Z)".formatted(until));
        }
    }
}
