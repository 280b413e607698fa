package org.csrgrid.gridnode.job.filter;

import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.JobFilter;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.filter.BulkAction;
import org.csrgrid.grid.job.filter.ChangeJobs;
import org.csrgrid.grid.job.filter.ChangedJobs;
import org.csrgrid.grid.job.filter.JobPage;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.job.JobSearch;

/** Does the same to the jobs of a filter, so many at a time. Each is looked at once more before it is changed. Safe for use by many threads. */
public final class BulkChanges {

    private final JobSearch search;
    private final JobChanges changes;

    public BulkChanges(JobSearch search, JobChanges changes) {
        this.search = search;
        this.changes = changes;
    }

    /** Says that this member answers. */
    public void answer(MemberCallContext calls) {
        calls.answer(ChangeJobs.class, this::change);
    }

    ChangedJobs change(ChangeJobs call) {
        JobFilter filter = JobFilter.parse(call.filter(), call.asOf()).in(statesFor(call.action()));
        JobPage part = search.find(filter, call.cursor(), call.limit());
        int changed =
                switch (call.action()) {
                    case RETRY -> retry(part.jobs(), call.asOf());
                    case CANCEL -> cancel(part.jobs(), call.asOf());
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

    private int retry(List<Job> dead, Instant now) {
        return count(dead, job -> changes.revive(JobKey.of(job), now)
                .filter(revived -> !revived.state().isOver())
                .isPresent());
    }

    private int cancel(List<Job> live, Instant now) {
        return count(live, job -> changes.cancel(JobKey.of(job), now)
                .filter(cancelled -> cancelled.isCancelRequested() || cancelled.state() == JobState.CANCELLED)
                .isPresent());
    }

    /** Out of memory first: what is not there can come back from its row only, and that goes last. */
    private int forget(List<Job> over) {
        List<Job> out =
                over.stream().filter(job -> changes.forget(JobKey.of(job))).toList();
        search.forget(out);
        return out.size();
    }

    private static int count(List<Job> jobs, java.util.function.Predicate<Job> change) {
        return Math.toIntExact(jobs.stream().filter(change).count());
    }
}
