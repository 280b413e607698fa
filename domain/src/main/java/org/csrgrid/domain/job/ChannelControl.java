package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import org.csrgrid.domain.Versioned;

/**
 * What an operator decided about a channel; it survives restarts and overrules the settings.
 *
 * @param isPaused whether its jobs are kept and not worked on
 * @param workersMax workers a member has at most; 0 leaves it to the settings
 */
public record ChannelControl(Channel channel, boolean isPaused, int workersMax, long version) implements Versioned {

    public ChannelControl {
        requireNonNull(channel, "channel is null");
        if (workersMax < 0) {
            throw new IllegalArgumentException("workersMax: %d (expected: >= 0)".formatted(workersMax));
        }
    }

    public ChannelControl paused(boolean value) {
        return new ChannelControl(channel, value, workersMax, version + 1);
    }

    public ChannelControl limitedTo(int workers) {
        return new ChannelControl(channel, isPaused, workers, version + 1);
    }
}
