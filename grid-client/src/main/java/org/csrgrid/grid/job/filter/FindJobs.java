package org.csrgrid.grid.job.filter;

import org.csrgrid.grid.cluster.MemberCall;
import org.jspecify.annotations.Nullable;

/**
 * Asks a member for jobs, newest first.
 *
 * @param filter as {@link org.csrgrid.domain.job.filter.JobFilter} reads it
 * @param cursor from the page before, null for the first page
 * @param limit at most so many, 1..500
 * @param ownerId whose jobs, 0 for everybody's
 */
public record FindJobs(String filter, @Nullable String cursor, int limit, long ownerId) implements MemberCall<JobPage> {

    public static final int LIMIT = 500;

    public FindJobs {
        if (limit < 1 || limit > LIMIT) {
            throw new IllegalArgumentException("limit: %d (expected: 1..%d)".formatted(limit, LIMIT));
        }
    }
}
