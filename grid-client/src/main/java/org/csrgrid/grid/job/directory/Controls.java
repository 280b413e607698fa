package org.csrgrid.grid.job.directory;

import java.util.List;

/** @param channels every channel, in the order of the enum */
public record Controls(List<ControlledChannel> channels) {

    public Controls {
        channels = List.copyOf(channels);
    }
}
