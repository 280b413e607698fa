package org.csrgrid.grid.job.directory;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobChannelGrid;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.filter.ChangeJobs;
import org.csrgrid.grid.job.filter.ChangedJobs;
import org.csrgrid.grid.job.filter.FindJobs;
import org.csrgrid.grid.job.filter.JobLookup;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.grid.job.schedule.ScheduleGrid;
import org.jspecify.annotations.Nullable;

/**
 * All jobs, for people who look for them and act on them; with the channels, schedules and batches they belong to. Every method throws
 * {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid or, where it is needed, the database does not answer. Safe for use by many
 * threads.
 */
public final class JobDirectory {

    /** Most jobs a change by filter looks at. */
    public static final int MOST_AT_ONCE = 5_000;

    private static final int PART = 500;

    private final IMap<JobKey, Job> jobs;
    private final MemberCalls calls;
    private final JobLookup lookup;
    private final ChannelReports reports;
    private final ScheduleGrid schedules;
    private final JobChannelGrid channels;
    private final IMap<String, JobBatch> batches;
    private final JobGrid work;

    public JobDirectory(HazelcastInstance grid, JobGrid work, MemberCalls calls) {
        this.work = work;
        batches = grid.getMap(GridMaps.JOB_BATCHES);
        channels = new JobChannelGrid(grid);
        jobs = grid.getMap(GridMaps.JOBS);
        this.calls = calls;
        lookup = new JobLookup(calls);
        reports = new ChannelReports(grid, calls);
        schedules = new ScheduleGrid(grid, calls);
    }

    /** Also one that is over and only the database remembers. */
    public Optional<Job> find(JobKey key) {
        Job job = GridCalls.repeatable(() -> jobs.get(key));
        return job == null ? archived(key) : Optional.of(job);
    }

    private Optional<Job> archived(JobKey key) {
        return Optional.ofNullable(calls.any(new GetJob(key)).job());
    }

    /** Watches a job until closed. Begin to watch before the first look, so that nothing in between is missed. */
    public JobWatch watch(JobKey key) {
        return GridCalls.repeatable(() -> new JobWatch(jobs, key));
    }

    /**
     * Jobs that fit a filter, the newest first, those that are over included. One that is younger than a second may be missing.
     *
     * @param cursor where the page before ended, null for the first
     * @param limit 1..{@link FindJobs#LIMIT}
     * @param ownerId whose jobs, 0 for everybody's
     * @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read
     */
    public JobPage search(String filter, @Nullable String cursor, int limit, long ownerId, Instant now) {
        JobFilter.parse(filter, now);
        return lookup.find(filter, cursor, limit, ownerId);
    }

    /** Does something to a job, also if it is over and only the database remembers it. A repeat is harmless. */
    public JobChange change(JobKey key, JobAction action, Instant now) {
        return find(key).map(job -> change(job, action, now)).orElseGet(JobChange.JobNotFound::new);
    }

    /** @param job as it was a moment ago */
    private JobChange change(Job job, JobAction action, Instant now) {
        if (!action.fits(job)) {
            return new JobChange.NotPossible(job.state());
        }
        JobKey key = JobKey.of(job);
        return switch (action) {
            case JobAction.Retry _ -> revived(work.revive(key, now));
            case JobAction.Cancel _ -> cancelled(work.cancel(key, now));
            case JobAction.Snooze _ -> act(key, action, now);
            case JobAction.Forget _ -> calls.ownerOf(key, new ForgetStoredJob(key, now));
        };
    }

    private static JobChange revived(Optional<Job> after) {
        return after.filter(job -> job.state().isOver())
                .<JobChange>map(job -> new JobChange.NotPossible(job.state()))
                .orElseGet(() -> changed(after));
    }

    private static JobChange changed(Optional<Job> after) {
        return after.<JobChange>map(JobChange.Changed::new).orElseGet(JobChange.JobNotFound::new);
    }

    /** It may have ended by itself meanwhile. */
    private static JobChange cancelled(Optional<Job> after) {
        return after.filter(job -> job.state().isOver() && job.state() != JobState.CANCELLED)
                .<JobChange>map(job -> new JobChange.NotPossible(job.state()))
                .orElseGet(() -> changed(after));
    }

    private JobChange act(JobKey key, JobAction action, Instant now) {
        return GridCalls.repeatable(() -> jobs.executeOnKey(key, new ActOnJob(action, now)));
    }

    /**
     * Does the same to the jobs that fit a filter and are in a state it is for, looking at {@link #MOST_AT_ONCE} of them. Not atomic: each job is changed
     * by itself, and one that is younger than a second may be left out. A repeat is harmless.
     *
     * @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read
     */
    public BulkChange changeAll(BulkKind kind, String filter, Instant now) {
        JobFilter.parse(filter, now);
        String narrowed = kind.narrow(filter);
        long changed = 0;
        String cursor = null;
        for (int looked = 0; looked < MOST_AT_ONCE; looked += PART) {
            ChangedJobs part = calls.any(new ChangeJobs(kind.action(), narrowed, now, cursor, PART));
            changed += part.changed();
            cursor = part.next();
            if (cursor == null) {
                break;
            }
        }
        return new BulkChange(changed, cursor != null);
    }

    /** Every channel as it stands, in the order of the enum. */
    public List<ChannelReport> channels(Instant now) {
        return reports.read(now);
    }

    /** Keeps the channel's jobs and starts none, or goes on with them. Durable when it returns; a repeat changes nothing. */
    public ControlledChannel pause(Channel channel, boolean paused) {
        channels.pause(channel, paused);
        return controlled(channel);
    }

    /** @param workersMax workers a member has at most; 0 leaves it to the settings */
    public ControlledChannel limit(Channel channel, int workersMax) {
        channels.limit(channel, workersMax);
        return controlled(channel);
    }

    /** The channel as its settings and its operators want it. */
    public ControlledChannel controlled(Channel channel) {
        return calls.any(new ReadControls()).channels().stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    /** The schedules, which are looked at and steered there. */
    public ScheduleGrid schedules() {
        return schedules;
    }

    public Optional<JobBatch> batch(String id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> batches.get(id)));
    }
}
