package org.csrgrid.grid.job.directory;

import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;

/** What became of a wish to change a job. */
public sealed interface JobChange {

    record Changed(Job job) implements JobChange {}

    record Forgotten() implements JobChange {}

    /** The job is in a state that does not allow it. */
    record NotPossible(JobState state) implements JobChange {}

    record JobNotFound() implements JobChange {}
}
