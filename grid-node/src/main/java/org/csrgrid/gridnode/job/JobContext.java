package org.csrgrid.gridnode.job;

import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** What an attempt may say about itself. Belongs to the attempt's thread. Whatever it writes is refused once the lease is lost. */
public interface JobContext {

    /** The job as it was claimed. Its trace's cursor is where the attempt before left off. */
    Job job();

    /** Fences the attempt off: every later attempt's is larger. Store it in the rows the attempt guards. */
    long token();

    /** Says how far the work is; seen by others within half a second. {@code total} 0 means nobody knows. */
    void progress(long done, long total, @Nullable String message);

    /** Adds a line to the job's log, seen together with the next progress, cursor or end. */
    void log(String line);

    /**
     * Remembers where a next attempt goes on. Returns when that is safe with the job.
     *
     * @throws LeaseLostException if another worker has the job
     */
    void saveCursor(String cursor);

    /**
     * Has a job enqueued when this attempt succeeds: exactly once however often the attempt is repeated, and not at all if it fails. Its id must be derived
     * from this work.
     */
    void followUp(Job job);

    /**
     * Returns if the attempt may go on.
     *
     * @throws LeaseLostException if another worker has the job
     * @throws InterruptedException if it was cancelled or timed out
     */
    void checkpoint() throws InterruptedException;
}
