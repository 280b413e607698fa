package org.csrgrid.gridnode.job;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.ChannelSettings;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.ControlledChannel;
import org.csrgrid.grid.job.directory.Controls;
import org.csrgrid.grid.job.directory.FoundJob;
import org.csrgrid.grid.job.directory.GetJob;
import org.csrgrid.grid.job.directory.JobFiguresCall;
import org.csrgrid.grid.job.directory.MemberFigures;
import org.csrgrid.grid.job.directory.ReadControls;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.job.JobDao;
import org.jspecify.annotations.Nullable;

/** Answers what people ask a member about jobs. */
public final class DirectoryAnswers {

    private final JobDao archive;
    private final JobSettings settings;

    public DirectoryAnswers(JobDao archive, JobSettings settings) {
        this.archive = archive;
        this.settings = settings;
    }

    /** @param figures what this member's workers did; asked each time */
    public void answer(MemberCallContext calls, Supplier<MemberFigures> figures) {
        calls.answer(GetJob.class, call -> new FoundJob(find(call.key())));
        calls.answer(ReadControls.class, _ -> controls());
        calls.answer(JobFiguresCall.class, _ -> figures.get());
    }

    private @Nullable Job find(JobKey key) {
        return archive.byIds(List.of(key.id())).stream()
                .filter(job -> job.affinity() == key.affinity())
                .findFirst()
                .orElse(null);
    }

    private Controls controls() {
        return new Controls(Arrays.stream(Channel.values()).map(this::control).toList());
    }

    private ControlledChannel control(Channel channel) {
        ChannelSettings configured = settings.channel(ChannelName.valueOf(channel.name()));
        return new ControlledChannel(channel, configured.paused(), configured.workersMin(), configured.workersMax(), 0);
    }
}
