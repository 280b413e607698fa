package org.csrgrid.grid.job.directory;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobKey;
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
    private final ChannelReports reports;
    private final ScheduleGrid schedules;

    public JobDirectory(HazelcastInstance grid, MemberCalls calls) {
        jobs = grid.getMap(GridMaps.JOBS);
        this.calls = calls;
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
     * Jobs in memory that fit a filter, the latest first.
     *
     * @param now what relative times are relative to, the same for all pages
     * @param after where the page before ended, null for the first
     * @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read
     */
    public FoundJobs search(String filter, Instant now, @Nullable JobPosition after, int limit) {
        return GridCalls.repeatable(() -> jobs.aggregate(new TopJobs(filter, now, after, limit, List.of())));
    }

    /** The same, one user's own only. */
    public FoundJobs searchOwn(long userId, String filter, Instant now, @Nullable JobPosition after, int limit) {
        JobFilter.parse(filter, now);
        return search(filter + " owner:" + userId, now, after, limit);
    }

    /** Does something to a job, also if it is over and only the database remembers it. A repeat is harmless. */
    public JobChange change(JobKey key, JobAction action, Instant now) {
        JobChange change = act(key, action, now);
        if (!(change instanceof JobChange.JobNotFound)) {
            return change;
        }
        Optional<Job> archived = archived(key);
        if (archived.isEmpty()) {
            return change;
        }
        Job back = archived.get().restored(now);
        GridCalls.repeatable(() -> jobs.executeOnKey(key, new PutBackJob(back)));
        return act(key, action, now);
    }

    private JobChange act(JobKey key, JobAction action, Instant now) {
        return GridCalls.repeatable(() -> jobs.executeOnKey(key, new ActOnJob(action, now)));
    }

    /**
     * Does the same to the jobs in memory that fit a filter and are in a state it is for, up to {@link #MOST_AT_ONCE} of them. Not atomic: each job is
     * changed by itself, and what is enqueued meanwhile may be missed. A repeat is harmless.
     *
     * @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read
     */
    public BulkChange changeAll(BulkAction bulk, String filter, Instant now) {
        JobFilter.parse(filter, now);
        String narrowed = bulk.narrow(filter);
        long found = 0;
        long changed = 0;
        JobPosition position = null;
        do {
            FoundJobs page = search(narrowed, now, position, PAGE);
            Set<JobKey> keys = page.jobs().stream().map(JobKey::of).collect(Collectors.toSet());
            found += keys.size();
            changed += actOn(keys, bulk.action(), now);
            position = page.next();
        } while (position != null && found < MOST_AT_ONCE);
        return new BulkChange(found, changed, position != null);
    }

    private long actOn(Set<JobKey> keys, JobAction action, Instant now) {
        if (keys.isEmpty()) {
            return 0;
        }
        return GridCalls.repeatable(() -> jobs.executeOnKeys(keys, new ActOnJob(action, now))).values().stream()
                .filter(JobChange::isDone)
                .count();
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
