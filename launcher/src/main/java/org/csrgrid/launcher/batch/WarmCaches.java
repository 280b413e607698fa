package org.csrgrid.launcher.batch;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code csr batch cache warm}: fills caches by a job, and shows how far it is. */
@Command(
        name = "warm",
        mixinStandardHelpOptions = true,
        description = "Fills the caches, or only some, by a job in the grid, and waits for its end.")
final class WarmCaches implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(300);

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Of what to fill, such as widgets; all without.")
    private List<String> names = List.of();

    @Option(names = "--no-wait", description = "Only begin.")
    private boolean noWait;

    @Override
    public Integer call() {
        return options.onGrid(this::warm);
    }

    private int warm(HazelcastInstance grid, Settings settings) {
        var jobs = new JobGrid(grid, JobCipher.NONE);
        Job job = jobs.fresh(HouseJobs.WARM_CACHE.request(new HouseJobs.WarmWork(names)), GridOptions.now());
        jobs.enqueue(job);
        return noWait ? told(job, "begun") : await(jobs, JobKey.of(job));
    }

    private int await(JobGrid jobs, JobKey key) {
        String shown = "";
        while (true) {
            Optional<Job> found = jobs.find(key);
            if (found.isEmpty()) {
                return options.refuse("job %s is forgotten already".formatted(key));
            }
            Job job = found.get();
            String line = progress(job);
            if (!line.equals(shown) && !options.json()) {
                options.out().println(line);
                options.out().flush();
            }
            shown = line;
            if (job.state().isOver()) {
                return job.state() == JobState.SUCCEEDED
                        ? told(job, "warm")
                        : options.refuse("job %s is %s: %s".formatted(key, name(job), job.lastError()));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static String progress(Job job) {
        JobProgress progress = job.trace().progress();
        return progress == null
                ? name(job)
                : "%s %d of %d".formatted(progress.message(), progress.done(), progress.total());
    }

    private static String name(Job job) {
        return job.state().name().toLowerCase(Locale.ROOT);
    }

    private int told(Job job, String state) {
        new Table("id", "state").row(JobKey.of(job), state).print(options.out(), options.json());
        return GridOptions.DONE;
    }
}
