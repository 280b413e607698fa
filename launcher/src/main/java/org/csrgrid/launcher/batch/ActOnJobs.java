package org.csrgrid.launcher.batch;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.BulkChange;
import org.csrgrid.grid.job.directory.BulkKind;
import org.csrgrid.grid.job.directory.JobChange;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done to one job by its id, or to all that fit a filter. */
abstract class ActOnJobs implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    private final JobAction action;
    private final BulkKind bulk;

    private ActOnJobs(JobAction action, BulkKind bulk) {
        this.action = action;
        this.bulk = bulk;
    }

    /** One of both has to be said. */
    static final class Which {

        @Parameters(paramLabel = "ID", description = "As list shows it.")
        private @Nullable String id;

        @Option(names = "--filter", paramLabel = "FILTER", description = "All that fit, such as 'channel:payments'.")
        private @Nullable String filter;
    }

    int act(JobDirectory jobs, @Nullable String id, @Nullable String filter) {
        return id == null ? all(jobs, filter == null ? "" : filter) : one(jobs, id);
    }

    private int one(JobDirectory jobs, String id) {
        JobChange change = JobKey.parse(id)
                .map(key -> jobs.change(key, action, GridOptions.now()))
                .orElseGet(JobChange.JobNotFound::new);
        return told(options, id, change);
    }

    static int told(GridOptions options, String id, JobChange change) {
        return switch (change) {
            case JobChange.Changed changed -> {
                Job job = changed.job();
                String state = job.isCancelRequested() ? "asked to stop" : name(job.state());
                new Table("id", "state", "runAt").row(id, state, job.runAt()).print(options.out(), options.json());
                yield GridOptions.DONE;
            }
            case JobChange.Forgotten _ -> {
                new Table("id", "state").row(id, "forgotten").print(options.out(), options.json());
                yield GridOptions.DONE;
            }
            case JobChange.NotPossible refused ->
                options.refuse("job %s is %s, which does not allow this".formatted(id, name(refused.state())));
            case JobChange.JobNotFound _ -> options.refuse("there is no job %s".formatted(id));
        };
    }

    private static String name(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Goes on until nothing is left. */
    private int all(JobDirectory jobs, String filter) {
        long changed = 0;
        BulkChange part;
        do {
            part = jobs.changeAll(bulk, filter, GridOptions.now());
            changed += part.changed();
        } while (part.more() && part.changed() > 0);
        new Table("action", "changed").row(bulk.jsonName(), changed).print(options.out(), options.json());
        return GridOptions.DONE;
    }

    int work(@Nullable String id, @Nullable String filter) {
        return options.work(jobs -> act(jobs, id, filter));
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Lets dead jobs begin again, with all their tries.")
    static final class Retry extends ActOnJobs {

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        Retry() {
            super(new JobAction.Retry(), BulkKind.RETRY);
        }

        @Override
        public Integer call() {
            return work(which.id, which.filter);
        }
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Ends jobs that wait; asks those that run to stop.")
    static final class Cancel extends ActOnJobs {

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        Cancel() {
            super(new JobAction.Cancel(), BulkKind.CANCEL);
        }

        @Override
        public Integer call() {
            return work(which.id, which.filter);
        }
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Deletes a job that is over, or all dead ones that fit a filter.")
    static final class Forget extends ActOnJobs {

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        Forget() {
            super(new JobAction.Forget(), BulkKind.FORGET);
        }

        @Override
        public Integer call() {
            return work(which.id, which.filter);
        }
    }

    @Command(
            name = "prune",
            mixinStandardHelpOptions = true,
            description = "Deletes jobs that are over: dead, succeeded and cancelled.")
    static final class Prune extends ActOnJobs {

        @Option(
                names = "--older-than",
                paramLabel = "AGE",
                required = true,
                description = "Over for so long, such as 90m, 12h, 7d.")
        private String age = "";

        @Option(names = "--filter", paramLabel = "FILTER", description = "Only those that fit.")
        private String filter = "";

        Prune() {
            super(new JobAction.Forget(), BulkKind.PRUNE);
        }

        @Override
        public Integer call() {
            return work(null, "%s finished<-%s".formatted(filter, age));
        }
    }
}
