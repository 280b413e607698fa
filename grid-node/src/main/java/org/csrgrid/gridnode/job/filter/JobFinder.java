package org.csrgrid.gridnode.job.filter;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.filter.CountJobs;
import org.csrgrid.grid.job.filter.FindJobs;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.job.JobSearch;

/**
 * Answers who looks for jobs: the database finds them as they were a second ago, memory says how they are now, and those that have become something else
 * than was asked for are left out. Safe for use by many threads.
 */
public final class JobFinder {

    private final IMap<JobKey, Job> jobs;
    private final JobSearch search;
    private final Clock clock;

    public JobFinder(HazelcastInstance grid, JobSearch search, Clock clock) {
        jobs = grid.getMap(GridMaps.JOBS);
        this.search = search;
        this.clock = clock;
    }

    /** Says that this member answers. */
    public void answer(MemberCallContext calls) {
        calls.answer(FindJobs.class, this::find);
        calls.answer(CountJobs.class, _ -> search.counts());
    }

    JobPage find(FindJobs call) {
        JobFilter filter = JobFilter.parse(call.filter(), clock.instant());
        return find(call.ownerId() == 0 ? filter : filter.ownedBy(call.ownerId()), call);
    }

    private JobPage find(JobFilter filter, FindJobs call) {
        JobPage stored = search.find(filter, call.cursor(), call.limit());
        Set<JobKey> keys = stored.jobs().stream().map(JobKey::of).collect(Collectors.toSet());
        Map<JobKey, Job> live = keys.isEmpty() ? Map.of() : GridCalls.repeatable(() -> jobs.getAll(keys));
        List<Job> current = stored.jobs().stream()
                .map(row -> newer(row, live.getOrDefault(JobKey.of(row), row)))
                .filter(filter::matches)
                .toList();
        return new JobPage(current, stored.next());
    }

    private static Job newer(Job row, Job live) {
        boolean older = live.createdAt().isBefore(row.createdAt())
                || (live.createdAt().equals(row.createdAt()) && live.version() < row.version());
        return older ? row : live;
    }
}
