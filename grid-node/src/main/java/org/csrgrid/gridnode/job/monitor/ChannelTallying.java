package org.csrgrid.gridnode.job.monitor;

import com.hazelcast.core.HazelcastInstance;
import java.util.Arrays;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.ChannelTallies;
import org.csrgrid.grid.job.ChannelTally;
import org.csrgrid.gridnode.job.JobFigures;
import org.csrgrid.gridnode.job.JobWorkers;

/** Answers {@link org.csrgrid.grid.job.ReadChannels} from a member's workers. */
public final class ChannelTallying {

    private ChannelTallying() {}

    public static ChannelTallies of(HazelcastInstance grid, JobWorkers workers) {
        String member = grid.getCluster().getLocalMember().getUuid().toString();
        return new ChannelTallies(Arrays.stream(Channel.values())
                .map(channel -> tally(member, channel, workers))
                .toList());
    }

    private static ChannelTally tally(String member, Channel channel, JobWorkers workers) {
        JobFigures figures = workers.figures(channel);
        return new ChannelTally(
                member,
                channel,
                workers.waiting(channel),
                workers.oldestWait(channel).toMillis(),
                figures.finished(),
                figures.failed(),
                figures.dead(),
                workers.isPaused(channel));
    }
}
