package org.csrgrid.grid.job;

import com.hazelcast.map.ExtendedMapEntry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.Uniqueness;

/**
 * How long a job stays in memory: until it is over and owes nothing, and then long enough for late repeats to meet it. Its row stays when it leaves. Jobs
 * are never evicted otherwise, because nothing would bring them back.
 */
final class Lifetime {

    private static final long FOR_EVER = 0;
    private static final long PASSING_SECONDS = 5;
    private static final long USUAL_SECONDS = 10;
    private static final long ONCE_SECONDS = 120;

    private Lifetime() {}

    /** Puts a job's next version on its entry. */
    static void set(Map.Entry<JobKey, Job> entry, Job job) {
        if (entry instanceof ExtendedMapEntry<JobKey, Job> stored) {
            stored.setValue(job, secondsOf(job), TimeUnit.SECONDS);
        } else {
            entry.setValue(job);
        }
    }

    static long secondsOf(Job job) {
        if (!job.state().isOver() || job.isOwing()) {
            return FOR_EVER;
        }
        Uniqueness uniqueness = job.request().uniqueness();
        return switch (uniqueness.mode()) {
            case ONCE -> ONCE_SECONDS;
            case ONCE_PER_PERIOD -> Math.max(USUAL_SECONDS, roundedUp(uniqueness.period()));
            case UNTIL_DONE, WHILE_RUNNING, DEBOUNCE, REPLACE ->
                job.state() == JobState.SUCCEEDED && !job.request().keep() ? PASSING_SECONDS : USUAL_SECONDS;
        };
    }

    private static long roundedUp(Duration period) {
        return period.plusSeconds(1).toSeconds();
    }
}
