package org.csrgrid.grid.job;

import org.csrgrid.domain.job.Channel;

/**
 * One channel on one member. Counts are since the member started.
 *
 * @param member the member's UUID
 * @param waiting jobs that are due and wait for a worker
 * @param oldestWaitMillis how long the oldest of them has waited
 * @param succeeded attempts
 * @param failed attempts that will be repeated
 * @param dead jobs that ended dead
 */
public record ChannelTally(
        String member,
        Channel channel,
        long waiting,
        long oldestWaitMillis,
        long succeeded,
        long failed,
        long dead,
        boolean paused) {}
