package org.csrgrid.grid.job.filter;

import org.csrgrid.grid.cluster.MemberCalls;
import org.jspecify.annotations.Nullable;

/** Finds jobs over all states. Every call may throw {@link org.csrgrid.grid.cluster.GridUnavailableException}. Safe for use by many threads. */
public final class JobLookup {

    private final MemberCalls calls;

    public JobLookup(MemberCalls calls) {
        this.calls = calls;
    }

    /**
     * A page of jobs, newest first. Each is as it is now; a job that is younger than a second, or became what the filter asks for within the last second,
     * may be missing.
     *
     * @param cursor from the page before, null for the first page
     * @param limit at most so many, 1..500; a page may have fewer although more follow
     * @param ownerId whose jobs, 0 for everybody's
     * @throws org.csrgrid.domain.job.filter.JobFilterSyntaxException if the filter cannot be read
     * @throws InvalidCursorException if the cursor is none of ours
     */
    public JobPage find(String filter, @Nullable String cursor, int limit, long ownerId) {
        return calls.any(new FindJobs(filter, cursor, limit, ownerId));
    }

    /** How many jobs there are by channel and state, those that are over included. */
    public JobCounts counts() {
        return calls.any(new CountJobs());
    }
}
