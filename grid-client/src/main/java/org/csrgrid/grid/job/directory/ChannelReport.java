package org.csrgrid.grid.job.directory;

import java.time.Duration;
import java.time.Instant;
import org.csrgrid.domain.job.Channel;

/**
 * A channel as it stands on all members together.
 *
 * @param at when it was looked at
 */
public record ChannelReport(ControlledChannel control, ChannelBacklog backlog, ChannelFigures figures, Instant at) {

    public Channel channel() {
        return control.channel();
    }

    /** How long the job that waits longest has been due; zero if none waits. */
    public Duration oldestAge() {
        Instant due = backlog.oldestDue();
        return due == null || due.isAfter(at) ? Duration.ZERO : Duration.between(due, at);
    }

    /** Of the attempts that ended in the last five minutes, how many of hundred succeeded; 100 if none ended. */
    public double successPercent() {
        return figures.recentlyEnded() == 0 ? 100 : 100.0 * figures.recentlySucceeded() / figures.recentlyEnded();
    }
}
