package org.csrgrid.gridnode.notification;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/**
 * The highest mark each campaign's organizer is being told of, so that not every later donation asks again. Only a hint: what it forgets is asked for once
 * more and found to be done.
 */
final class ToldMilestones {

    private final IMap<Long, Integer> told;

    ToldMilestones(HazelcastInstance grid) {
        told = grid.getMap(GridMaps.TOLD_MILESTONES);
    }

    /** 0 for none that is known. */
    int highest(long campaignId) {
        Integer percent = GridCalls.repeatable(() -> told.getOrDefault(campaignId, 0));
        return percent;
    }

    /** Only for marks whose job exists, and with it the jobs of all lower ones. */
    void add(long campaignId, int percent) {
        if (highest(campaignId) < percent) {
            GridCalls.repeatable(() -> {
                told.set(campaignId, percent);
                return percent;
            });
        }
    }
}
