package org.csrgrid.grid.job.filter;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;
import org.jspecify.annotations.Nullable;

/**
 * Has a member do something to the next few jobs of a filter. Atomic over each job; a repeat is harmless.
 *
 * @param asOf what the filter's relative times are relative to, the same for all parts
 * @param cursor from the part before, null for the first
 * @param limit looks at no more than so many
 */
public record ChangeJobs(
        BulkAction action,
        String filter,
        Instant asOf,
        @Nullable String cursor,
        int limit) implements MemberCall<ChangedJobs> {}
