package org.csrgrid.launcher.batch;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.directory.ControlledChannel;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pauses and resumes channels. */
abstract class SteerChannel implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(paramLabel = "CHANNEL", description = "Such as payments or cache-warming.")
    private String channel = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final boolean paused;

    private SteerChannel(boolean paused) {
        this.paused = paused;
    }

    @Override
    public Integer call() {
        Channel known = Channel.fromJsonName(channel)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec, "run by picocli only").commandLine(),
                        "there is no channel " + channel));
        return options.work(jobs -> steer(jobs, known));
    }

    private int steer(JobDirectory jobs, Channel known) {
        ControlledChannel now = jobs.pause(known, paused);
        new Table("channel", "state")
                .row(known.jsonName(), now.paused() ? "paused" : "running")
                .print(options.out(), options.json());
        return GridOptions.DONE;
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Keeps a channel's jobs and begins none; those that run go on.")
    static final class Pause extends SteerChannel {
        Pause() {
            super(true);
        }
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Begins a channel's jobs again.")
    static final class Resume extends SteerChannel {
        Resume() {
            super(false);
        }
    }
}
