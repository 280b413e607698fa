package org.csrgrid.grid.job.filter;

import java.time.Duration;
import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCalls;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to all jobs of a filter, part by part on whichever member, and answers to how many. If it is interrupted by a
 * {@link org.csrgrid.grid.cluster.GridUnavailableException}, some are done; doing it again does the others. Jobs that are younger than a second may be
 * left out. A filter that cannot be read is a {@link org.csrgrid.domain.job.filter.JobFilterSyntaxException} before anything is done. Safe for use by
 * many threads.
 */
public final class BulkJobs {

    private static final int PART = 500;

    private final MemberCalls calls;

    public BulkJobs(MemberCalls calls) {
        this.calls = calls;
    }

    /** Gives the dead ones among them a second life. */
    public long retry(String filter, Instant now) {
        return change(BulkAction.RETRY, filter, now);
    }

    /** Ends those that wait, and asks those that run to stop. */
    public long cancel(String filter, Instant now) {
        return change(BulkAction.CANCEL, filter, now);
    }

    /** Deletes those that are over. */
    public long forget(String filter, Instant now) {
        return change(BulkAction.FORGET, filter, now);
    }

    /** Deletes those that were over that long ago or longer. */
    public long prune(String filter, Duration age, Instant now) {
        return forget(filter + " finished<=" + now.minus(age), now);
    }

    private long change(BulkAction action, String filter, Instant now) {
        long changed = 0;
        @Nullable String cursor = null;
        do {
            ChangedJobs part = calls.any(new ChangeJobs(action, filter, now, cursor, PART));
            changed += part.changed();
            cursor = part.next();
        } while (cursor != null);
        return changed;
    }
}
