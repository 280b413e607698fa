package org.csrgrid.gridnode.job.monitor;

import com.hazelcast.core.HazelcastInstance;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.ChannelTally;
import org.csrgrid.grid.job.ReadChannels;
import org.csrgrid.mapstore.writebehind.DeadLetters;

/** Asks all members about their channels. */
public final class ChannelWatch {

    private final HazelcastInstance grid;
    private final MemberCalls calls;
    private final DeadLetters letters;
    private final Function<Instant, Set<String>> overdueSchedules;

    /** @param overdueSchedules names of schedules that should have fired by then and did not */
    public ChannelWatch(HazelcastInstance grid, DeadLetters letters, Function<Instant, Set<String>> overdueSchedules) {
        this.grid = grid;
        this.letters = letters;
        this.overdueSchedules = overdueSchedules;
        calls = new MemberCalls(grid);
    }

    /**
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if a member does not answer
     * @throws DatabaseUnavailableException if the database does not
     */
    Look look(Instant now) {
        List<ChannelTally> tallies = grid.getCluster().getMembers().stream()
                .flatMap(member -> calls.member(member, new ReadChannels()).channels().stream())
                .toList();
        try {
            return new Look(now.toEpochMilli(), tallies, letters.count(), overdueSchedules.apply(now));
        } catch (SQLException unreachable) {
            throw new DatabaseUnavailableException(String.valueOf(unreachable.getMessage()));
        }
    }
}
