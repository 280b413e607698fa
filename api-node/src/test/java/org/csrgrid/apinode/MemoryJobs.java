package org.csrgrid.apinode;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.ChannelControl;
import org.csrgrid.domain.job.DurationHistogram;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.domain.job.schedule.MissedRuns;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.job.FoundJob;
import org.csrgrid.grid.job.JobChannelGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.RestoreJobs;
import org.csrgrid.grid.job.ReviveJob;
import org.csrgrid.grid.job.ReviveStoredJob;
import org.csrgrid.grid.job.directory.ActOnJob;
import org.csrgrid.grid.job.directory.ArchivedJob;
import org.csrgrid.grid.job.directory.ChannelFigures;
import org.csrgrid.grid.job.directory.ControlledChannel;
import org.csrgrid.grid.job.directory.Controls;
import org.csrgrid.grid.job.directory.ForgetStoredJob;
import org.csrgrid.grid.job.directory.GetJob;
import org.csrgrid.grid.job.directory.JobChange;
import org.csrgrid.grid.job.directory.JobFiguresCall;
import org.csrgrid.grid.job.directory.MemberFigures;
import org.csrgrid.grid.job.directory.ReadControls;
import org.csrgrid.grid.job.filter.ChangeJobs;
import org.csrgrid.grid.job.filter.ChangedJobs;
import org.csrgrid.grid.job.filter.CountJobs;
import org.csrgrid.grid.job.filter.FindJobs;
import org.csrgrid.grid.job.filter.JobCounts;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.grid.job.schedule.ListSchedules;
import org.csrgrid.grid.job.schedule.ScheduleList;
import org.csrgrid.grid.job.schedule.ScheduleView;

/** Answers what grid nodes answer about jobs, from the grid's memory alone. Nobody works on them but the tests. */
public final class MemoryJobs {

    static final String SCHEDULE = "nightly-closing";

    private final Supplier<HazelcastInstance> grid;
    private final Map<Channel, ChannelFigures> figures = new ConcurrentHashMap<>();
    /** Jobs that are over and gone from memory. */
    final Map<JobKey, Job> archive = new ConcurrentHashMap<>();

    MemoryJobs(Supplier<HazelcastInstance> grid) {
        this.grid = grid;
    }

    Optional<Callable<?>> answer(MemberCall<?> arrived) {
        return Optional.ofNullable(
                switch (arrived) {
                    case GetJob call -> () -> new ArchivedJob(archive.get(call.key()));
                    case FindJobs call -> () -> search(call);
                    case CountJobs _ -> () -> counts();
                    case JobFiguresCall _ -> () -> new MemberFigures(List.copyOf(figures.values()));
                    case ReadControls _ -> () -> controls();
                    case ForgetStoredJob call -> () -> forget(call);
                    case ChangeJobs call -> () -> changeAll(call);
                    case ReviveStoredJob call -> () -> revive(call);
                    case ListSchedules _ -> () -> new ScheduleList(List.of(schedule()));
                    default -> null;
                });
    }

    private JobPage search(FindJobs call) {
        JobFilter filter = JobFilter.parse(call.filter(), Instant.now());
        List<Job> found = map().values().stream()
                .filter(filter::matches)
                .filter(job -> call.ownerId() == 0 || job.request().ownerId() == call.ownerId())
                .sorted(Comparator.comparing(MemoryJobs::place).reversed())
                .filter(job -> call.cursor() == null || place(job).compareTo(call.cursor()) < 0)
                .toList();
        boolean more = found.size() > call.limit();
        List<Job> page = more ? found.subList(0, call.limit()) : found;
        return new JobPage(page, more ? place(page.getLast()) : null);
    }

    private ChangedJobs changeAll(ChangeJobs call) {
        JobPage part = search(new FindJobs(call.filter(), call.cursor(), call.limit(), 0));
        JobAction action =
                switch (call.action()) {
                    case RETRY -> new JobAction.Retry();
                    case CANCEL -> new JobAction.Cancel();
                    case FORGET -> new JobAction.Forget();
                };
        long changed = part.jobs().stream()
                .map(job -> map().executeOnKey(JobKey.of(job), new ActOnJob(action, call.asOf())))
                .filter(change -> change instanceof JobChange.Changed || change instanceof JobChange.Forgotten)
                .count();
        return new ChangedJobs((int) changed, part.next());
    }

    private static String place(Job job) {
        return "%020d %s".formatted(job.createdAt().toEpochMilli(), job.id());
    }

    private JobCounts counts() {
        return new JobCounts(map().values().stream()
                .collect(Collectors.groupingBy(
                        job -> new JobCounts.JobCount(job.channel(), job.state(), 0), Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> new JobCounts.JobCount(
                        one.getKey().channel(), one.getKey().state(), one.getValue()))
                .toList());
    }

    private Controls controls() {
        return new Controls(Arrays.stream(Channel.values()).map(this::control).toList());
    }

    private ControlledChannel control(Channel channel) {
        ChannelControl control =
                new JobChannelGrid(grid.get()).find(channel).orElseGet(() -> new ChannelControl(channel, false, 0, 0));
        int most = control.workersMax() == 0 ? 4 : control.workersMax();
        return new ControlledChannel(channel, control.isPaused(), 1, most, control.version());
    }

    private JobChange forget(ForgetStoredJob call) {
        JobChange change = map().executeOnKey(call.job(), new ActOnJob(new JobAction.Forget(), call.now()));
        boolean stored = !(change instanceof JobChange.NotPossible) && archive.remove(call.job()) != null;
        return stored ? new JobChange.Forgotten() : change;
    }

    private FoundJob revive(ReviveStoredJob call) {
        Job archived = archive.get(call.job());
        if (archived != null) {
            map().executeOnKey(call.job(), new RestoreJobs(List.of(archived), call.now()));
        }
        return new FoundJob(map().executeOnKey(call.job(), new ReviveJob(call.now())));
    }

    private ScheduleView schedule() {
        ScheduleState state = schedules().get(SCHEDULE);
        return new ScheduleView(
                SCHEDULE,
                "close-books",
                "0 3 * * *",
                "Europe/Amsterdam",
                MissedRuns.ONCE,
                state != null && state.isPaused() ? null : Instant.parse("2026-03-02T02:00:00Z"),
                state);
    }

    private IMap<String, ScheduleState> schedules() {
        return grid.get().getMap(GridMaps.JOB_SCHEDULES);
    }

    /** Makes the schedule known, as a member does. */
    void schedule(Instant now) {
        schedules().set(SCHEDULE, ScheduleState.begun(SCHEDULE, now));
    }

    /** What the workers of a channel did. */
    void worked(Channel channel, long succeeded, long failed, Duration run) {
        Long[] counts = new Long[DurationHistogram.LIMITS.size() + 1];
        Arrays.fill(counts, 0L);
        counts[DurationHistogram.bucketOf(run.toNanos() / 1_000)] = succeeded + failed;
        var histogram = new DurationHistogram(List.of(counts), (succeeded + failed) * run.toNanos() / 1_000);
        long ended = succeeded + failed;
        figures.put(
                channel,
                new ChannelFigures(
                        channel, 4, 1, succeeded, failed, 0, 0, 0, ended, succeeded, ended, histogram, histogram));
    }

    JobKey put(Job job) {
        map().set(JobKey.of(job), job);
        return JobKey.of(job);
    }

    IMap<JobKey, Job> map() {
        return grid.get().getMap(GridMaps.JOBS);
    }
}
