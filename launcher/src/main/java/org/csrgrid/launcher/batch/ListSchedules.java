package org.csrgrid.launcher.batch;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.job.schedule.ScheduleView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code csr batch jobs schedules}: what begins by the clock. */
@Command(name = "schedules", mixinStandardHelpOptions = true, description = "Shows what begins by the clock.")
final class ListSchedules implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Override
    public Integer call() {
        return options.work(this::list);
    }

    private int list(JobDirectory jobs) {
        var table = new Table("name", "job", "cron", "zone", "missed", "paused", "last", "next");
        for (ScheduleView schedule : jobs.schedules().all()) {
            ScheduleState state = schedule.state();
            table.row(
                    schedule.name(),
                    schedule.jobName(),
                    schedule.cron(),
                    schedule.zone(),
                    schedule.missed().name().toLowerCase(Locale.ROOT),
                    state != null && state.isPaused() ? "paused" : "",
                    state == null || state.lastFired() == null ? "" : state.lastFired(),
                    schedule.next() == null ? "" : schedule.next());
        }
        table.print(options.out(), options.json());
        return GridOptions.DONE;
    }
}
