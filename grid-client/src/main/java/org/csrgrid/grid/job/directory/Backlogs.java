package org.csrgrid.grid.job.directory;

import java.util.List;

/** @param channels those that have jobs in memory */
public record Backlogs(List<ChannelBacklog> channels) {

    public Backlogs {
        channels = List.copyOf(channels);
    }
}
