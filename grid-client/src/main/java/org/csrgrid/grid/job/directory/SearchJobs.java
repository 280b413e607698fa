package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;
import org.jspecify.annotations.Nullable;

/**
 * Lists jobs in the order of {@link JobPosition}, those that are over included as long as they are remembered.
 *
 * @param filter text of a {@link org.csrgrid.domain.job.filter.JobFilter} that can be read
 * @param now what relative times in the filter are relative to
 * @param after only jobs behind this position, null for the first page
 * @param limit at least 1
 */
public record SearchJobs(
        String filter, Instant now, @Nullable JobPosition after, int limit) implements MemberCall<JobPage> {

    public SearchJobs {
        requireNonNull(filter, "filter is null");
        requireNonNull(now, "now is null");
    }
}
