package org.csrgrid.grid.job.directory;

import java.util.List;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins, null after the last */
public record FoundJobs(List<Job> jobs, @Nullable JobPosition next) {

    public FoundJobs {
        jobs = List.copyOf(jobs);
    }
}
