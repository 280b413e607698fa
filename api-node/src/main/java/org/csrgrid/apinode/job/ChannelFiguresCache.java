package org.csrgrid.apinode.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.directory.ChannelReport;
import org.csrgrid.grid.job.directory.JobDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels as they stood within the last second, so that the hundreds of figures of one scrape take one look. Safe for use by many threads. */
final class ChannelFiguresCache {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelFiguresCache.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final JobDirectory jobs;
    private final InstantSource clock;
    private Map<Channel, ChannelReport> reports = Map.of();
    private long readAt = System.nanoTime() - FRESH_NANOS;

    ChannelFiguresCache(JobDirectory jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The channel's report; empty while the grid does not answer. */
    synchronized Optional<ChannelReport> report(Channel channel) {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            reports = read();
            readAt = System.nanoTime();
        }
        return Optional.ofNullable(reports.get(channel));
    }

    private Map<Channel, ChannelReport> read() {
        var read = new EnumMap<Channel, ChannelReport>(Channel.class);
        try {
            jobs.channels(Times.now(clock)).forEach(report -> read.put(report.channel(), report));
        } catch (RuntimeException unavailable) {
            LOG.warn("The channels' figures cannot be read now and show as not a number: {}", unavailable.toString());
        }
        return read;
    }
}
