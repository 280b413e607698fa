package org.csrgrid.gridnode.job.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.job.Channel;

/**
 * What the monitor knows from one look to the next. Pure.
 *
 * @param looks of the last quarter of an hour, oldest first
 * @param pausedSince channel's name to when it was first seen paused with jobs waiting, in milliseconds since 1970
 * @param raised condition to when it was first seen, in milliseconds since 1970; kept until it is seen no more
 */
record MonitorMemory(List<Look> looks, Map<String, Long> pausedSince, Map<String, Long> raised) {

    static final MonitorMemory NONE = new MonitorMemory(List.of(), Map.of(), Map.of());

    MonitorMemory {
        looks = List.copyOf(looks);
        pausedSince = Map.copyOf(pausedSince);
        raised = Map.copyOf(raised);
    }

    MonitorMemory with(Look now) {
        var kept = new ArrayList<Look>();
        looks.stream()
                .filter(look -> look.atMillis() >= now.atMillis() - Conditions.REACH.toMillis()
                        && look.atMillis() < now.atMillis())
                .forEach(kept::add);
        kept.add(now);
        Map<String, Long> paused = new HashMap<>();
        for (Channel channel : Channel.values()) {
            if (now.isPaused(channel) && now.waiting(channel) > 0) {
                paused.put(channel.jsonName(), pausedSince.getOrDefault(channel.jsonName(), now.atMillis()));
            }
        }
        return new MonitorMemory(kept, paused, raised);
    }

    long pausedMillis(Channel channel) {
        long now = looks.getLast().atMillis();
        return now - pausedSince.getOrDefault(channel.jsonName(), now);
    }

    /** Conditions that hold keep the time they began; those that do not are forgotten. */
    MonitorMemory holding(Set<String> conditions) {
        long now = looks.getLast().atMillis();
        Map<String, Long> holding = new HashMap<>();
        conditions.forEach(condition -> holding.put(condition, raised.getOrDefault(condition, now)));
        return new MonitorMemory(looks, pausedSince, holding);
    }
}
