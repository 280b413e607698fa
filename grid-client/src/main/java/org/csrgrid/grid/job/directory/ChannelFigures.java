package org.csrgrid.grid.job.directory;

import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.DurationHistogram;

/**
 * What the workers of one channel did, on one member or on several together. Counts are since each member started.
 *
 * @param limit how many jobs may run at once now
 * @param busy how many do
 * @param succeeded attempts
 * @param failed attempts that will be repeated
 * @param dead jobs that used up their tries or were rejected
 * @param postponed attempts given back uncounted
 * @param refused ends that came after the lease was lost
 * @param recentlyEnded attempts that succeeded, failed or ended in death during the last five minutes
 * @param recentlySucceeded those of them that succeeded
 * @param endedLastMinute the same during the last minute
 * @param pickup from due to begun
 * @param run from begun to ended
 */
public record ChannelFigures(
        Channel channel,
        long limit,
        long busy,
        long succeeded,
        long failed,
        long dead,
        long postponed,
        long refused,
        long recentlyEnded,
        long recentlySucceeded,
        long endedLastMinute,
        DurationHistogram pickup,
        DurationHistogram run) {

    public static ChannelFigures none(Channel channel) {
        return new ChannelFigures(
                channel, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, DurationHistogram.EMPTY, DurationHistogram.EMPTY);
    }

    /** Both together; they are of the same channel. */
    public ChannelFigures plus(ChannelFigures other) {
        return new ChannelFigures(
                channel,
                limit + other.limit,
                busy + other.busy,
                succeeded + other.succeeded,
                failed + other.failed,
                dead + other.dead,
                postponed + other.postponed,
                refused + other.refused,
                recentlyEnded + other.recentlyEnded,
                recentlySucceeded + other.recentlySucceeded,
                endedLastMinute + other.endedLastMinute,
                pickup.plus(other.pickup),
                run.plus(other.run));
    }
}
