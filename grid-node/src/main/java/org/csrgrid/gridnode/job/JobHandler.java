package org.csrgrid.gridnode.job;

import org.csrgrid.domain.job.Job;

/**
 * Does one kind of work. The same job may be run again after a crash at any step, so everything a handler does must bear a repeat. One instance serves
 * many virtual threads; blocking is fine.
 */
public interface JobHandler {

    /** The stable name jobs refer to this handler by. */
    String name();

    /**
     * Runs one attempt. A thrown exception makes the job be tried again by its channel's policy.
     *
     * @throws JobPostponedException to be run again later without counting the attempt
     * @throws JobRejectedException to end in the dead list at once
     */
    void run(Job job) throws InterruptedException;
}
