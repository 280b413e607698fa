package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.cluster.MemberCall;

/** Pauses, resumes or limits a channel on all members. Survives restarts. Pausing and resuming may be repeated; a repeated limit answers a version mismatch. */
public record ControlChannel(Channel channel, ControlAction action) implements MemberCall<ControlChange> {

    public ControlChannel {
        requireNonNull(channel, "channel is null");
        requireNonNull(action, "action is null");
    }
}
