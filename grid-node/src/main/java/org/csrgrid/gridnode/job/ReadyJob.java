package org.csrgrid.gridnode.job;

import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;
import org.jspecify.annotations.Nullable;

/** A job that waits on this member for a worker. Guarded by its queue. */
final class ReadyJob {

    final JobKey key;
    final @Nullable Job job;
    final long organization;
    final long sinceNanos;
    boolean taken;

    /**
     * @param job as this member knows it, null if it has to be read
     * @param organization whose share of the workers it takes
     * @param sinceNanos when its waiting began, as {@link System#nanoTime}
     */
    ReadyJob(JobKey key, @Nullable Job job, long organization, long sinceNanos) {
        this.key = key;
        this.job = job;
        this.organization = organization;
        this.sinceNanos = sinceNanos;
    }
}
