package org.csrgrid.grid.job.filter;

import java.util.List;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.JobState;

/** How many jobs there are, as they were last written, a second ago at most. */
public record JobCounts(List<JobCount> counts) {

    public JobCounts {
        counts = List.copyOf(counts);
    }

    /** Of one channel in one state; 0 for pairs that are not listed. */
    public long of(Channel channel, JobState state) {
        return counts.stream()
                .filter(count -> count.channel == channel && count.state == state)
                .mapToLong(JobCount::count)
                .sum();
    }

    public record JobCount(Channel channel, JobState state, long count) {}
}
