package org.csrgrid.gridnode.job.filter;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.job.ForgetJob;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.filter.BulkAction;
import org.csrgrid.grid.job.filter.ChangeJobs;
import org.csrgrid.grid.job.filter.ChangedJobs;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.job.JobSearch;

/** Does the same to the jobs of a filter, so many at a time. Each job decides for itself whether it still is as it has to be. Safe for use by many threads. */
public final class BulkChanges {

    private final IMap<JobKey, Job> map;
    private final JobSearch search;
    private final JobGrid jobs;

    public BulkChanges(HazelcastInstance grid, JobSearch search, JobGrid jobs) {
        map = grid.getMap(GridMaps.JOBS);
        this.search = search;
        this.jobs = jobs;
    }

    /** Says that this member answers. */
    public void answer(MemberCallContext calls) {
        calls.answer(ChangeJobs.class, this::change);
    }

    private ChangedJobs change(ChangeJobs call) {
        JobFilter filter = JobFilter.parse(call.filter(), call.asOf()).in(statesFor(call.action()));
        JobPage part = search.find(filter, call.cursor(), call.limit());
        Instant now = call.asOf();
        int changed =
                switch (call.action()) {
                    case RETRY -> those(part.jobs(), job -> isRevived(job, now)).size();
                    case CANCEL ->
                        those(part.jobs(), job -> isCancelled(job, now)).size();
                    case FORGET -> forget(part.jobs());
                };
        return new ChangedJobs(changed, part.next());
    }

    private static JobState[] statesFor(BulkAction action) {
        return switch (action) {
            case RETRY -> new JobState[] {JobState.DEAD};
            case CANCEL -> new JobState[] {JobState.READY, JobState.RUNNING};
            case FORGET -> new JobState[] {JobState.DEAD, JobState.SUCCEEDED, JobState.CANCELLED};
        };
    }

    private boolean isRevived(Job dead, Instant now) {
        return jobs.revive(JobKey.of(dead), now)
                .filter(job -> !job.state().isOver())
                .isPresent();
    }

    private boolean isCancelled(Job live, Instant now) {
        return jobs.cancel(JobKey.of(live), now)
                .filter(job -> job.isCancelRequested() || job.state() == JobState.CANCELLED)
                .isPresent();
    }

    /** Out of memory first: what is not there can come back from its row only, and that goes last. */
    private int forget(List<Job> over) {
        List<Job> gone =
                those(over, job -> GridCalls.repeatable(() -> map.executeOnKey(JobKey.of(job), new ForgetJob())));
        search.forget(gone);
        return gone.size();
    }

    private interface Change {
        boolean isDone(Job job);
    }

    /** All at once, so that they share commits. */
    private static List<Job> those(List<Job> all, Change change) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> calls = all.stream()
                    .<Callable<Boolean>>map(job -> () -> change.isDone(job))
                    .toList();
            List<Future<Boolean>> outcomes = threads.invokeAll(calls);
            List<Job> changed = new ArrayList<>();
            for (int index = 0; index < all.size(); index++) {
                if (outcomes.get(index).get()) {
                    changed.add(all.get(index));
                }
            }
            return changed;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GridUnavailableException("interrupted while changing jobs", interrupted);
        }
    }
}
