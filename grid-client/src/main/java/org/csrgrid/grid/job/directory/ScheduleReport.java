package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Work that begins by the clock.
 *
 * @param cron when, as written
 * @param zone whose clock, such as Europe/Amsterdam
 * @param missedRuns what becomes of times nobody was there for: skip, once or all
 * @param lastFiredAt the time it last fired for, null if it never has
 * @param nextFireAt null while it is paused or if it never fires again
 */
public record ScheduleReport(
        String name,
        String jobName,
        Channel channel,
        String cron,
        String zone,
        String missedRuns,
        boolean paused,
        @Nullable Instant lastFiredAt,
        @Nullable Instant nextFireAt) {

    public ScheduleReport {
        requireNonNull(name, "name is null");
        requireNonNull(channel, "channel is null");
    }
}
