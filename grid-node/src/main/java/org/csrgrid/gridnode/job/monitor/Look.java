package org.csrgrid.gridnode.job.monitor;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.ChannelTally;

/**
 * What all members said at one time.
 *
 * @param atMillis since 1970
 * @param deadLetters rows the database refused, in all
 * @param overdueSchedules names of schedules that should have fired and did not
 */
record Look(long atMillis, List<ChannelTally> tallies, long deadLetters, Set<String> overdueSchedules) {

    Look {
        tallies = List.copyOf(tallies);
        overdueSchedules = Set.copyOf(overdueSchedules);
    }

    long waiting(Channel channel) {
        return of(channel).mapToLong(ChannelTally::waiting).sum();
    }

    long oldestWaitMillis(Channel channel) {
        return of(channel).mapToLong(ChannelTally::oldestWaitMillis).max().orElse(0);
    }

    boolean isPaused(Channel channel) {
        return of(channel).anyMatch(ChannelTally::paused);
    }

    /** How much a count grew since an earlier look, on the members there are; one that is new since then counts from zero. */
    long growth(Channel channel, Look earlier, ToLongFunction<ChannelTally> count) {
        return of(channel)
                .mapToLong(now -> Math.max(
                        0,
                        count.applyAsLong(now)
                                - earlier.of(channel)
                                        .filter(then -> then.member().equals(now.member()))
                                        .mapToLong(count)
                                        .sum()))
                .sum();
    }

    private Stream<ChannelTally> of(Channel channel) {
        return tallies.stream().filter(tally -> tally.channel() == channel);
    }
}
