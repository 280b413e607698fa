package org.csrgrid.grid.live;

import java.time.Instant;

/** Something that has happened. It says what is so now, so whoever misses one learns it from the next or by reading. */
public sealed interface LiveEvent
        permits AdminNews, CampaignMoved, DonationMoved, JobMoved, MilestoneReached, TotalsMoved {

    /** Where it is written. */
    LiveRing ring();

    /** When it was noticed, in whole microseconds. */
    Instant at();
}
