package org.csrgrid.gridnode.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.ChannelSettings;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobChannelGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.directory.ArchivedJob;
import org.csrgrid.grid.job.directory.ControlledChannel;
import org.csrgrid.grid.job.directory.Controls;
import org.csrgrid.grid.job.directory.GetJob;
import org.csrgrid.grid.job.directory.JobFiguresCall;
import org.csrgrid.grid.job.directory.MemberFigures;
import org.csrgrid.grid.job.directory.ReadControls;
import org.csrgrid.grid.job.filter.CountJobs;
import org.csrgrid.grid.job.filter.FindJobs;
import org.csrgrid.grid.job.filter.JobPage;
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
    private final InstantSource clock;

    public DirectoryAnswers(HazelcastInstance grid, MapStores stores, JobSettings settings, InstantSource clock) {
        jobs = grid.getMap(GridMaps.JOBS);
        controls = new JobChannelGrid(grid);
        archive = stores.jobDao();
        search = stores.jobSearch();
        this.settings = settings;
        this.clock = clock;
    }

    /** @param figures what this member's workers did; asked each time */
    public void answer(MemberCallContext calls, Supplier<MemberFigures> figures) {
        calls.answer(GetJob.class, call -> new ArchivedJob(find(call.key())));
        calls.answer(FindJobs.class, this::find);
        calls.answer(CountJobs.class, _ -> search.counts());
        calls.answer(ReadControls.class, _ -> controls());
        calls.answer(JobFiguresCall.class, _ -> figures.get());
    }

    /** Jobs as the database has them, each as it is now if it is still in memory. */
    private JobPage find(FindJobs call) {
        JobFilter all = JobFilter.parse(call.filter(), clock.instant());
        JobFilter filter = call.ownerId() == 0 ? all : all.ownedBy(call.ownerId());
        JobPage page = search.find(filter, call.cursor(), call.limit());
        Map<JobKey, Job> live = jobs.getAll(page.jobs().stream().map(JobKey::of).collect(Collectors.toSet()));
        List<Job> current = page.jobs().stream()
                .map(job -> live.getOrDefault(JobKey.of(job), job))
                .filter(filter::matches)
                .toList();
        return new JobPage(current, page.next());
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
