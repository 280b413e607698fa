package org.csrgrid.gridnode.job;

import static java.util.Objects.requireNonNull;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.MigrationListener;
import com.hazelcast.partition.MigrationState;
import com.hazelcast.partition.ReplicaMigrationEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.config.settings.ChannelName;
import org.csrgrid.config.settings.JobSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.ChannelControl;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.InterruptJob;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.directory.MemberFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of one member. What waits is known here only as a guess; the jobs map decides. Jobs come in from {@link JobDesk} as they are enqueued, when
 * their wait is over, and by sweeps; workers claim them in batches, run them, and have their ends written in batches.
 */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration STOPPING = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 100;
    private static final long SHARE_MILLIS = 50;
    private static final long CONTROL_MILLIS = 400;

    private final HazelcastInstance grid;
    private final Map<Channel, JobChannel> channels = new EnumMap<>(Channel.class);
    private final HeldJobs held = new HeldJobs();
    private final IMap<String, ChannelControl> controls;
    private final JobIntake intake;
    private final EndWriter ends;
    private final WorkerPool pool;
    private final Overseer overseer;
    private final JobSweeper sweeper;
    private final ScheduledExecutorService timer;
    private final ScheduledExecutorService sweeps;
    private final UUID membership;
    private final UUID migrations;

    /** What the workers work with, beside the grid. */
    public record Tools(
            JobPartitions partitions,
            List<JobHandler<?>> handlers,
            JobGrid jobs,
            JobCipher cipher,
            StartGate gate,
            JobEnds ends,
            Clock clock) {}

    public JobWorkers(HazelcastInstance grid, JobSettings settings, Tools tools) {
        this.grid = grid;
        Clock clock = tools.clock();
        for (Channel channel : Channel.values()) {
            channels.put(channel, new JobChannel(channel, settings.channel(ChannelName.valueOf(channel.name()))));
        }
        timer = Executors.newScheduledThreadPool(
                3, Thread.ofPlatform().daemon().name("job-timer-", 0).factory());
        sweeps = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("job-sweep").factory());
        controls = grid.getMap(GridMaps.JOB_CHANNELS);
        JobPartitions partitions = tools.partitions();
        String self = grid.getCluster().getLocalMember().getUuid().toString();
        intake = new JobIntake(channels, held, partitions, tools, timer, sweeps);
        ends = new EndWriter(partitions, held, clock, intake::unfinished);
        Map<String, JobHandler<?>> byName = tools.handlers().stream()
                .collect(Collectors.toMap(handler -> handler.type().name(), Function.identity()));
        var runner = new JobRunner(partitions, byName, tools.cipher(), tools.gate(), clock);
        var claims = new Claims(partitions, held, self, settings.lease(), clock);
        pool = new WorkerPool(
                channels, new Dispatcher(settings.workers(), settings.starvationBound()), claims, runner, ends);
        overseer =
                new Overseer(held, partitions, pool, runner, ends, settings.lease(), settings.interruptGrace(), clock);
        sweeper = new JobSweeper(grid, partitions, intake, clock);
        membership = grid.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                sweepSoon();
            }
        });
        migrations = grid.getPartitionService().addMigrationListener(new Arrivals());
        start(settings);
    }

    private void start(JobSettings settings) {
        readControls();
        var sharing = new WorkSharing(grid, channels.values(), pool, settings.shards());
        long sweepMillis = settings.sweepInterval().toMillis();
        sweeps.scheduleWithFixedDelay(quietly("sweeping jobs", sweeper::sweep), 0, sweepMillis, TimeUnit.MILLISECONDS);
        repeat(
                "renewing leases",
                overseer::renewLeases,
                Math.min(1_000, settings.lease().toMillis() / 10));
        repeat("looking after jobs", overseer::look, LOOK_MILLIS);
        repeat("starting workers a wait has earned", pool::dispatch, Dispatcher.WAIT_PER_WORKER.toMillis());
        repeat("sharing work", sharing::share, SHARE_MILLIS);
        repeat("reading what was decided about channels", this::readControls, CONTROL_MILLIS);
    }

    private void repeat(String what, Runnable action, long millis) {
        timer.scheduleWithFixedDelay(quietly(what, action), millis, millis, TimeUnit.MILLISECONDS);
    }

    private Runnable quietly(String what, Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException failure) {
                if (!pool.isDraining() && !GridCalls.isTransient(failure)) {
                    LOG.warn("{} failed; it is repeated in a moment", what, failure);
                }
            }
        };
    }

    /** Takes in jobs that were just added. Never blocks for long. */
    void accept(List<Job> added) {
        intake.accept(added);
    }

    /** Interrupts an attempt that is to be cancelled; false if it does not run here. */
    public boolean interrupt(InterruptJob call) {
        ClaimedJob claimed = held.find(call.job());
        if (claimed == null || claimed.token() != call.token()) {
            return false;
        }
        claimed.interrupt(ClaimedJob.Stop.CANCELLED, System.nanoTime());
        return true;
    }

    private void readControls() {
        Set<String> names = channels.keySet().stream().map(Channel::jsonName).collect(Collectors.toSet());
        controls.getAll(names).values().forEach(control -> channel(control.channel())
                .control(control));
    }

    private void sweepSoon() {
        sweeper.lookSoon();
        if (!pool.isDraining()) {
            sweeps.execute(quietly("sweeping jobs", sweeper::sweep));
        }
    }

    private JobChannel channel(Channel channel) {
        return requireNonNull(channels.get(channel));
    }

    /** What the workers of this member did, every channel. */
    public MemberFigures report() {
        return new MemberFigures(channels.values().stream()
                .map(channel -> channel.figures().report(channel.channel(), channel.workersMax()))
                .toList());
    }

    public JobFigures figures(Channel channel) {
        return channel(channel).figures();
    }

    /** Jobs of a channel that are due and wait on this member for a worker. */
    public int waiting(Channel channel) {
        return channel(channel).waiting().size() + channel(channel).claimed().size();
    }

    /** How long the oldest of those has waited. */
    public Duration oldestWait(Channel channel) {
        return Duration.ofNanos(channel(channel).waiting().oldestNanos(System.nanoTime()));
    }

    /** Workers of this member that are busy with a channel. */
    public int busy(Channel channel) {
        return channel(channel).busy().get();
    }

    public boolean isPaused(Channel channel) {
        return channel(channel).isPaused();
    }

    /** Takes no more work, lets what runs end, and gives back uncounted what nobody has begun or what does not end in time. */
    @Override
    public void close() {
        pool.drain();
        overseer.withdrawAll();
        awaitQuiet(DRAIN);
        overseer.interruptAll();
        awaitQuiet(STOPPING);
        overseer.abandonAll();
        timer.shutdownNow();
        sweeps.shutdownNow();
        ends.close();
        if (grid.getLifecycleService().isRunning()) {
            grid.getCluster().removeMembershipListener(membership);
            grid.getPartitionService().removeMigrationListener(migrations);
        }
    }

    private void awaitQuiet(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!held.isEmpty()
                && System.nanoTime() < deadline
                && grid.getLifecycleService().isRunning()) {
            overseer.withdrawAll();
            try {
                Thread.sleep(20);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private final class Arrivals implements MigrationListener {

        @Override
        public void migrationStarted(MigrationState state) {
            // Only what has arrived matters.
        }

        @Override
        public void migrationFinished(MigrationState state) {
            sweepSoon();
        }

        @Override
        public void replicaMigrationCompleted(ReplicaMigrationEvent event) {
            // The end of them all is reported by migrationFinished.
        }

        @Override
        public void replicaMigrationFailed(ReplicaMigrationEvent event) {
            // It is planned again.
        }
    }
}
