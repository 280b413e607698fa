package org.csrgrid.grid.job.filter;

import java.util.List;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * Some of the jobs that were asked for, newest first.
 *
 * @param next where the next page begins, whatever is enqueued meanwhile; null if there is none
 */
public record JobPage(List<Job> jobs, @Nullable String next) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
