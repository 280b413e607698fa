package org.csrgrid.grid.job.directory;

import java.util.List;

/** What one member says about its channels. */
public record MemberFigures(List<ChannelFigures> channels) {

    public MemberFigures {
        channels = List.copyOf(channels);
    }
}
