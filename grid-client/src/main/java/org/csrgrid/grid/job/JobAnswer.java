package org.csrgrid.grid.job;

import com.hazelcast.map.EntryProcessor;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.jspecify.annotations.Nullable;

/** What operations on a batch answer per job, in a number, because jobs themselves would be long. */
public final class JobAnswer {

    /** The job is gone or its lease is another's; nothing was changed. */
    public static final long REFUSED = 0;

    private static final long OWING = 8;
    private static final JobState[] STATES = JobState.values();

    private JobAnswer() {}

    static long of(Job job) {
        return job.state().ordinal() + 1 + (job.isOwing() ? OWING : 0);
    }

    /** @param answer of an {@link EntryProcessor}; null reads as refused */
    public static boolean isRefused(@Nullable Long answer) {
        return answer == null || answer == REFUSED;
    }

    /** The state the job is in now; only for answers that are not refusals. */
    public static JobState state(long answer) {
        return STATES[(int) (answer % OWING) - 1];
    }

    /** Whether somebody has to deliver what the job left or to report its end. */
    public static boolean isOwing(long answer) {
        return answer >= OWING;
    }
}
