package org.csrgrid.launcher.batch;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.csrgrid.grid.job.directory.ChannelReport;
import org.csrgrid.grid.job.directory.JobDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code csr batch jobs channels}: the channels with their figures. */
@Command(name = "channels", mixinStandardHelpOptions = true, description = "Shows all channels with their figures.")
final class ListChannels implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Override
    public Integer call() {
        return options.work(this::list);
    }

    private int list(JobDirectory jobs) {
        var table = new Table(
                "channel",
                "paused",
                "waiting",
                "oldest",
                "scheduled",
                "retrying",
                "busy",
                "limit",
                "dead",
                "in/min",
                "out/min",
                "success",
                "pickup p99",
                "run p99");
        for (ChannelReport report : jobs.channels(GridOptions.now())) {
            table.row(
                    report.channel().jsonName(),
                    report.control().paused() ? "paused" : "",
                    report.backlog().waiting(),
                    seconds(report.oldestAge()),
                    report.backlog().scheduled(),
                    report.backlog().retrying(),
                    report.figures().busy(),
                    report.figures().limit(),
                    report.backlog().dead(),
                    report.backlog().createdLastMinute(),
                    report.figures().endedLastMinute(),
                    String.format(Locale.ROOT, "%.1f%%", report.successPercent()),
                    seconds(report.figures().pickup().percentile(99)),
                    seconds(report.figures().run().percentile(99)));
        }
        table.print(options.out(), options.json());
        return GridOptions.DONE;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3fs", duration.toNanos() / 1e9);
    }
}
