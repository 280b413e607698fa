package org.csrgrid.launcher.batch;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.directory.ControlAction;
import org.csrgrid.grid.job.directory.ControlChange;
import org.csrgrid.grid.job.directory.ControlChannel;
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

    private final ControlAction action;

    private SteerChannel(ControlAction action) {
        this.action = action;
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
        return switch (jobs.control(new ControlChannel(known, action))) {
            case ControlChange.Controlled controlled -> {
                ControlledChannel now = controlled.control();
                new Table("channel", "state")
                        .row(known.jsonName(), now.paused() ? "paused" : "running")
                        .print(options.out(), options.json());
                yield GridOptions.DONE;
            }
            case ControlChange.VersionMismatch _ -> options.refuse("somebody changed the channel meanwhile");
        };
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Keeps a channel's jobs and begins none; those that run go on.")
    static final class Pause extends SteerChannel {
        Pause() {
            super(new ControlAction.Pause());
        }
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Begins a channel's jobs again.")
    static final class Resume extends SteerChannel {
        Resume() {
            super(new ControlAction.Resume());
        }
    }
}
