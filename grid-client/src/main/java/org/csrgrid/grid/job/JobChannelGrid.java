package org.csrgrid.grid.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.ChannelControl;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** Pauses channels and limits their workers on all members; seen by them within a second. Safe for use by many threads. */
public final class JobChannelGrid {

    private final IMap<String, ChannelControl> controls;

    public JobChannelGrid(HazelcastInstance grid) {
        controls = grid.getMap(GridMaps.JOB_CHANNELS);
    }

    /** What was decided about a channel; empty if its settings stand. */
    public Optional<ChannelControl> find(Channel channel) {
        return Optional.ofNullable(GridCalls.repeatable(() -> controls.get(channel.jsonName())));
    }

    /** Keeps the channel's jobs and starts none, or goes on with them. Durable when it returns; a repeat is harmless. */
    public ChannelControl pause(Channel channel, boolean paused) {
        return change(channel, control -> control.paused(paused));
    }

    /** @param workersMax workers a member has at most; 0 leaves it to the settings */
    public ChannelControl limit(Channel channel, int workersMax) {
        return change(channel, control -> control.limitedTo(workersMax));
    }

    private ChannelControl change(Channel channel, UnaryOperator<ChannelControl> decision) {
        return GridCalls.repeatable(() -> {
            while (true) {
                ChannelControl before = controls.get(channel.jsonName());
                if (before == null) {
                    ChannelControl first = decision.apply(new ChannelControl(channel, false, 0, 0));
                    if (controls.putIfAbsent(channel.jsonName(), first) == null) {
                        return first;
                    }
                } else {
                    ChannelControl next = decision.apply(before);
                    if (controls.replace(channel.jsonName(), before, next)) {
                        return next;
                    }
                }
            }
        });
    }
}
