package org.csrgrid.launcher.batch;

import java.util.concurrent.Callable;
import org.csrgrid.grid.job.directory.JobDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code csr batch jobs run}: one run of a schedule besides its times. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs a schedule once besides its times.")
final class RunSchedule implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(paramLabel = "SCHEDULE", description = "As schedules shows it.")
    private String name = "";

    @Override
    public Integer call() {
        return options.work(this::run);
    }

    private int run(JobDirectory jobs) {
        if (jobs.schedules().runNow(name, GridOptions.now()).isEmpty()) {
            return options.refuse("there is no schedule %s".formatted(name));
        }
        new Table("schedule", "state").row(name, "asked for").print(options.out(), options.json());
        return GridOptions.DONE;
    }
}
