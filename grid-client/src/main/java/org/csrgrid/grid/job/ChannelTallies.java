package org.csrgrid.grid.job;

import java.util.List;

/** What one member says about its channels. */
public record ChannelTallies(List<ChannelTally> channels) {

    public ChannelTallies {
        channels = List.copyOf(channels);
    }
}
