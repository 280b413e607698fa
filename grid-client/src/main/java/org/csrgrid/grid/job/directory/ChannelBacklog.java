package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has in memory.
 *
 * @param waiting jobs that are due and not begun
 * @param scheduled jobs that wait for their time, before their first attempt
 * @param retrying jobs that wait for their time after a failed attempt
 * @param running jobs somebody holds a lease of
 * @param dead jobs that need a person, as of half a minute ago at most
 * @param createdLastMinute jobs enqueued during the last minute and still remembered in memory
 * @param oldestDue when the job that waits longest became due, null if none waits
 */
public record ChannelBacklog(
        Channel channel,
        long waiting,
        long scheduled,
        long retrying,
        long running,
        long dead,
        long createdLastMinute,
        @Nullable Instant oldestDue) {

    private static final long IN_SECONDS = 60;

    public ChannelBacklog {
        requireNonNull(channel, "channel is null");
    }

    public static ChannelBacklog none(Channel channel) {
        return new ChannelBacklog(channel, 0, 0, 0, 0, 0, 0, null);
    }

    /** With one more job, which is of the same channel. */
    public ChannelBacklog with(Job job, Instant now) {
        long created = job.createdAt().plusSeconds(IN_SECONDS).isAfter(now) ? 1 : 0;
        return plus(
                switch (job.state()) {
                    case READY -> ready(job, now, created);
                    case RUNNING -> new ChannelBacklog(channel, 0, 0, 0, 1, 0, created, null);
                    case DEAD, SUCCEEDED, CANCELLED -> new ChannelBacklog(channel, 0, 0, 0, 0, 0, created, null);
                });
    }

    private ChannelBacklog ready(Job job, Instant now, long created) {
        if (!job.runAt().isAfter(now)) {
            return new ChannelBacklog(channel, 1, 0, 0, 0, 0, created, job.runAt());
        }
        return job.lastError() == null
                ? new ChannelBacklog(channel, 0, 1, 0, 0, 0, created, null)
                : new ChannelBacklog(channel, 0, 0, 1, 0, 0, created, null);
    }

    /** Both together; they are of the same channel. */
    public ChannelBacklog plus(ChannelBacklog other) {
        return new ChannelBacklog(
                channel,
                waiting + other.waiting,
                scheduled + other.scheduled,
                retrying + other.retrying,
                running + other.running,
                dead + other.dead,
                createdLastMinute + other.createdLastMinute,
                earlier(oldestDue, other.oldestDue));
    }

    /** The same with a number of dead jobs, which memory alone does not know. */
    ChannelBacklog withDead(long count) {
        return new ChannelBacklog(channel, waiting, scheduled, retrying, running, count, createdLastMinute, oldestDue);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
