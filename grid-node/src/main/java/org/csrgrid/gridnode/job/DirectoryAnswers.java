package org.csrgrid.gridnode.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.ChannelSettings;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobChannelGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.ActOnJob;
import org.csrgrid.grid.job.directory.ArchivedJob;
import org.csrgrid.grid.job.directory.ControlledChannel;
import org.csrgrid.grid.job.directory.Controls;
import org.csrgrid.grid.job.directory.ForgetStoredJob;
import org.csrgrid.grid.job.directory.GetJob;
import org.csrgrid.grid.job.directory.JobChange;
import org.csrgrid.grid.job.directory.JobFiguresCall;
import org.csrgrid.grid.job.directory.MemberFigures;
import org.csrgrid.grid.job.directory.ReadControls;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.job.JobDao;
import org.csrgrid.mapstore.job.JobSearch;
import org.jspecify.annotations.Nullable;

/** Answers what people ask a member about jobs. */
public final class DirectoryAnswers {

    private final IMap<JobKey, Job> jobs;
    private final JobChannelGrid controls;
    private final JobDao archive;
    private final JobSearch search;
    private final JobSettings settings;

    public DirectoryAnswers(HazelcastInstance grid, MapStores stores, JobSettings settings) {
        jobs = grid.getMap(GridMaps.JOBS);
        controls = new JobChannelGrid(grid);
        archive = stores.jobDao();
        search = stores.jobSearch();
        this.settings = settings;
    }

    /** @param figures what this member's workers did; asked each time */
    public void answer(MemberCallContext calls, Supplier<MemberFigures> figures) {
        calls.answer(GetJob.class, call -> new ArchivedJob(find(call.key())));
        calls.answer(ForgetStoredJob.class, this::forget);
        calls.answer(ReadControls.class, _ -> controls());
        calls.answer(JobFiguresCall.class, _ -> figures.get());
    }

    /** A row of a job that is not over is older than what memory knows of it, or is about to be put back. */
    private @Nullable Job find(JobKey key) {
        return archive.byIds(List.of(key.id())).stream()
                .filter(job -> job.affinity() == key.affinity() && job.state().isOver())
                .findFirst()
                .orElse(null);
    }

    /** Out of memory first: what is not there can come back from its row only, and that goes last. */
    private JobChange forget(ForgetStoredJob call) {
        JobChange change = GridCalls.repeatable(
                () -> jobs.executeOnKey(call.job(), new ActOnJob(new JobAction.Forget(), call.now())));
        if (change instanceof JobChange.NotPossible) {
            return change;
        }
        Job row = find(call.job());
        if (row != null && search.forget(List.of(row)) > 0) {
            return new JobChange.Forgotten();
        }
        return change;
    }

    private Controls controls() {
        return new Controls(Arrays.stream(Channel.values()).map(this::control).toList());
    }

    private ControlledChannel control(Channel channel) {
        ChannelSettings configured = settings.channel(ChannelName.valueOf(channel.name()));
        return controls.find(channel)
                .map(control -> new ControlledChannel(
                        channel,
                        control.isPaused(),
                        configured.workersMin(),
                        control.workersMax() == 0 ? configured.workersMax() : control.workersMax(),
                        control.version()))
                .orElseGet(() -> new ControlledChannel(
                        channel, configured.paused(), configured.workersMin(), configured.workersMax(), 0));
    }
}
