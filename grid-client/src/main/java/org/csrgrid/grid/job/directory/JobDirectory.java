package org.csrgrid.grid.job.directory;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobKey;
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
    public static final int MOST_AT_ONCE = 10_000;

    private static final int PAGE = 200;

    private final IMap<JobKey, Job> jobs;
    private final MemberCalls calls;
    private final JobLookup lookup;
    private final ChannelReports reports;
    private final ScheduleGrid schedules;

    public JobDirectory(HazelcastInstance grid, MemberCalls calls) {
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
        JobChange change = act(key, action, now);
        if (!(change instanceof JobChange.JobNotFound)) {
            return change;
        }
        return archived(key)
                .map(archived -> bringBackAndAct(archived, action, now))
                .orElse(change);
    }

    private JobChange act(JobKey key, JobAction action, Instant now) {
        return GridCalls.repeatable(() -> jobs.executeOnKey(key, new ActOnJob(action, now)));
    }

    /**
     * Does the same to the jobs that fit a filter and are in a state it is for, up to {@link #MOST_AT_ONCE} of them. Not atomic: each job is changed by
     * itself, and what is enqueued meanwhile may be missed. A repeat is harmless.
     *
     * @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read
     */
    public BulkChange changeAll(BulkAction bulk, String filter, Instant now) {
        JobFilter.parse(filter, now);
        String narrowed = bulk.narrow(filter);
        long found = 0;
        long changed = 0;
        String cursor = null;
        do {
            JobPage page = lookup.find(narrowed, cursor, PAGE, 0);
            found += page.jobs().size();
            changed += page.jobs().isEmpty() ? 0 : actOn(page.jobs(), bulk.action(), now);
            cursor = page.next();
        } while (cursor != null && found < MOST_AT_ONCE);
        return new BulkChange(found, changed, cursor != null);
    }

    /** Those only the database remembers are brought back first. */
    private long actOn(List<Job> found, JobAction action, Instant now) {
        Map<JobKey, Job> byKey = found.stream().collect(Collectors.toMap(JobKey::of, Function.identity()));
        long changed = 0;
        for (Map.Entry<JobKey, JobChange> one : act(byKey.keySet(), action, now).entrySet()) {
            JobChange change = one.getValue();
            if (change instanceof JobChange.JobNotFound) {
                change = bringBackAndAct(Objects.requireNonNull(byKey.get(one.getKey())), action, now);
            }
            changed += change.isDone() ? 1 : 0;
        }
        return changed;
    }

    private Map<JobKey, JobChange> act(Set<JobKey> keys, JobAction action, Instant now) {
        return GridCalls.repeatable(() -> jobs.executeOnKeys(keys, new ActOnJob(action, now)));
    }

    private JobChange bringBackAndAct(Job archived, JobAction action, Instant now) {
        JobKey key = JobKey.of(archived);
        if (!action.fits(archived)) {
            return new JobChange.NotPossible(archived.state());
        }
        Job back = archived.restored(now);
        GridCalls.repeatable(() -> jobs.executeOnKey(key, new PutBackJob(back)));
        return act(key, action, now);
    }

    /** Every channel as it stands, in the order of the enum. */
    public List<ChannelReport> channels(Instant now) {
        return reports.read(now);
    }

    public ControlChange control(ControlChannel change) {
        return calls.any(change);
    }

    /** The schedules, which are looked at and steered there. */
    public ScheduleGrid schedules() {
        return schedules;
    }

    public Optional<BatchReport> batch(String id) {
        return Optional.ofNullable(calls.any(new GetBatch(id)).batch());
    }
}
