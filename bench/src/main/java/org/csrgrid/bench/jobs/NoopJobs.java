package org.csrgrid.bench.jobs;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobType;

/** Jobs that do nothing, in a durable and in a memory channel; nobody remembers them when they are over. */
final class NoopJobs {

    static final JobType<NoopWork> DURABLE = JobType.of("bench-noop-durable", Channel.PAYMENTS, NoopWork.class);
    static final JobType<NoopWork> MEMORY = JobType.of("bench-noop-memory", Channel.CACHE_WARMING, NoopWork.class);
    static final List<JobType<NoopWork>> TYPES = List.of(DURABLE, MEMORY);

    private final JobType<NoopWork> type;
    private final LongSupplier lanes;
    private final String prefix;
    private final AtomicLong number = new AtomicLong();

    /** @param dueMicros when it should have been enqueued by this machine's monotonic clock; 0 if nobody asks */
    record NoopWork(long number, long dueMicros) {}

    /**
     * @param lanes gives jobs their affinities
     * @param run makes ids differ from other runs'
     */
    NoopJobs(JobType<NoopWork> type, LongSupplier lanes, String run) {
        this.type = type;
        this.lanes = lanes;
        prefix = type.name() + ":" + run + "-";
    }

    /** The next job, of a cause of its own. Safe for many threads. */
    Job next(long dueMicros) {
        long mine = number.getAndIncrement();
        Instant now = Instant.now();
        return Job.ready(
                prefix + mine,
                lanes.getAsLong(),
                type.request(new NoopWork(mine, dueMicros)).with().forgotten().build(),
                now,
                now);
    }

    /** What all processes of this machine read the same, in microseconds. */
    static long micros() {
        return System.nanoTime() / 1000;
    }
}
