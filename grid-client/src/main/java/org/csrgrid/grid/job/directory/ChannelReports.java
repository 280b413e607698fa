package org.csrgrid.grid.job.directory;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.JobKey;

/** Puts together what all members say about the channels. A member that leaves meanwhile is missing. */
final class ChannelReports {

    private final IMap<JobKey, Job> jobs;
    private final MemberCalls calls;

    ChannelReports(HazelcastInstance grid, MemberCalls calls) {
        jobs = grid.getMap(GridMaps.JOBS);
        this.calls = calls;
    }

    List<ChannelReport> read(Instant now) {
        Map<Channel, ChannelFigures> figures = new EnumMap<>(Channel.class);
        for (MemberFigures member : calls.every(new JobFiguresCall())) {
            member.channels().forEach(one -> figures.merge(one.channel(), one, ChannelFigures::plus));
        }
        Map<Channel, ChannelBacklog> backlogs = new EnumMap<>(Channel.class);
        Backlogs counted = GridCalls.repeatable(() -> jobs.aggregate(new CountBacklog(now, List.of())));
        counted.channels().forEach(backlog -> backlogs.put(backlog.channel(), backlog));
        return calls.any(new ReadControls()).channels().stream()
                .map(control -> report(control, backlogs, figures, now))
                .toList();
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
