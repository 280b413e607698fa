package org.csrgrid.grid.live;

import java.time.Instant;

/**
 * A campaign has reached a mark, for its organizer.
 *
 * @param percent of the goal: 25, 50, 75 or 100
 */
public record MilestoneReached(long organizerId, long campaignId, int percent, Instant at) implements LiveEvent {

    @Override
    public LiveRing ring() {
        return LiveRing.PEOPLE;
    }
}
