package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import org.csrgrid.domain.job.Channel;

/**
 * A channel as its settings and its operators want it.
 *
 * @param paused whether its jobs are kept and not worked on
 * @param workersMin workers every member always has
 * @param workersMax workers every member has at most
 * @param version grows with every decision of operators; 0 while the settings stand
 */
public record ControlledChannel(Channel channel, boolean paused, int workersMin, int workersMax, long version) {

    public ControlledChannel {
        requireNonNull(channel, "channel is null");
    }
}
