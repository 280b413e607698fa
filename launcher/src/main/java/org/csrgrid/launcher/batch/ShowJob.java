package org.csrgrid.launcher.batch;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.JobDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code csr batch jobs show}: everything about one job but a sensitive payload. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one job.")
final class ShowJob implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(paramLabel = "ID", description = "As list shows it.")
    private String id = "";

    @Override
    public Integer call() {
        return options.work(this::show);
    }

    private int show(JobDirectory jobs) {
        Optional<Job> job = JobKey.parse(id).flatMap(jobs::find);
        if (job.isEmpty()) {
            return options.refuse("there is no job %s".formatted(id));
        }
        describe(job.get()).print(options.out(), options.json());
        return GridOptions.DONE;
    }

    private static Table describe(Job job) {
        JobRequest request = job.request();
        var table = new Table("field", "value")
                .row("id", JobKey.of(job))
                .row("name", job.name())
                .row("channel", job.channel().jsonName())
                .row("state", job.state().name().toLowerCase(Locale.ROOT))
                .row("attempts", job.attempts())
                .row("createdAt", job.createdAt())
                .row("runAt", job.runAt())
                .row("payload", request.sensitive() ? "(sensitive)" : request.payload());
        if (job.finishedAt() != null) {
            table.row("finishedAt", job.finishedAt());
        }
        if (job.lastError() != null) {
            table.row("error", job.lastError());
        }
        if (request.batch() != null) {
            table.row(
                    "batch", request.batch().batchId() + " #" + request.batch().index());
        }
        if (job.lease() != null) {
            table.row("worker", job.lease().worker() + " until " + job.lease().until());
        }
        JobProgress progress = job.trace().progress();
        if (progress != null) {
            table.row("progress", "%d of %d, %d%%".formatted(progress.done(), progress.total(), progress.percent()));
        }
        request.next().forEach(step -> table.row("next", step.name()));
        job.trace().log().forEach(line -> table.row("log", line));
        return table;
    }
}
