package org.csrgrid.launcher.batch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.csrgrid.grid.job.filter.JobPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code csr batch jobs list}: jobs that fit a filter, the latest first. */
@Command(
        name = "list",
        aliases = "search",
        mixinStandardHelpOptions = true,
        description = "Lists jobs that fit a filter, the latest first.")
final class ListJobs implements Callable<Integer> {

    private static final int PAGE = 200;

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Terms that must all hold, such as: state:dead channel:payments error~timeout")
    private List<String> filter = List.of();

    @Option(names = "--limit", paramLabel = "COUNT", description = "At most so many (default: 50).")
    private int limit = 50;

    @Override
    public Integer call() {
        return options.work(this::list);
    }

    private int list(JobDirectory jobs) {
        var table = new Table("id", "name", "channel", "state", "attempts", "progress", "runAt", "error");
        Instant now = GridOptions.now();
        String cursor = null;
        int left = limit;
        do {
            JobPage page = jobs.search(String.join(" ", filter), cursor, Math.clamp(left, 1, PAGE), 0, now);
            page.jobs().forEach(job -> add(table, job));
            left -= page.jobs().size();
            cursor = page.next();
        } while (cursor != null && left > 0);
        table.print(options.out(), options.json());
        return GridOptions.DONE;
    }

    private static void add(Table table, Job job) {
        table.row(
                JobKey.of(job),
                job.name(),
                job.channel().jsonName(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.attempts(),
                percent(job.trace().progress()),
                job.runAt(),
                job.lastError() == null ? "" : job.lastError());
    }

    private static String percent(@Nullable JobProgress progress) {
        return progress == null ? "" : progress.percent() + "%";
    }
}
