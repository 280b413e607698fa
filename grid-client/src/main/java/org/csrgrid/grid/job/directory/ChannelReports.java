package org.csrgrid.grid.job.directory;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.filter.JobCounts;
import org.csrgrid.grid.job.filter.JobLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what all members say about the channels. A member that leaves meanwhile is missing. */
final class ChannelReports {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelReports.class);
    private static final long COUNTED_NANOS = Duration.ofSeconds(30).toNanos();

    private final IMap<JobKey, Job> jobs;
    private final MemberCalls calls;
    private final JobLookup lookup;
    private JobCounts counts = new JobCounts(List.of());
    private long countedAt = System.nanoTime() - COUNTED_NANOS;

    ChannelReports(HazelcastInstance grid, MemberCalls calls) {
        jobs = grid.getMap(GridMaps.JOBS);
        this.calls = calls;
        lookup = new JobLookup(calls);
    }

    List<ChannelReport> read(Instant now) {
        Map<Channel, ChannelFigures> figures = new EnumMap<>(Channel.class);
        for (MemberFigures member : calls.every(new JobFiguresCall())) {
            member.channels().forEach(one -> figures.merge(one.channel(), one, ChannelFigures::plus));
        }
        Map<Channel, ChannelBacklog> backlogs = new EnumMap<>(Channel.class);
        Backlogs counted = GridCalls.repeatable(() -> jobs.aggregate(new CountBacklog(now, List.of())));
        counted.channels().forEach(backlog -> backlogs.put(backlog.channel(), backlog));
        JobCounts stored = stored();
        for (Channel channel : Channel.values()) {
            backlogs.compute(channel, (_, backlog) -> (backlog == null ? ChannelBacklog.none(channel) : backlog)
                    .withDead(stored.of(channel, JobState.DEAD)));
        }
        return calls.any(new ReadControls()).channels().stream()
                .map(control -> report(control, backlogs, figures, now))
                .toList();
    }

    /** Counting all rows takes a while, so it is not done for everybody who looks; while the database is down the last count stays. */
    private synchronized JobCounts stored() {
        if (System.nanoTime() - countedAt >= COUNTED_NANOS) {
            try {
                counts = lookup.counts();
            } catch (GridUnavailableException down) {
                LOG.debug("The dead jobs cannot be counted now", down);
            }
            countedAt = System.nanoTime();
        }
        return counts;
    }

    private static ChannelReport report(
            ControlledChannel control,
            Map<Channel, ChannelBacklog> backlogs,
            Map<Channel, ChannelFigures> figures,
            Instant now) {
        Channel channel = control.channel();
        return new ChannelReport(
                control,
                backlogs.getOrDefault(channel, ChannelBacklog.none(channel)),
                figures.getOrDefault(channel, ChannelFigures.none(channel)),
                now);
    }
}
