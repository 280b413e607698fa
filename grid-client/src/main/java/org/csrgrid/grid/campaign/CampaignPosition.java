package org.csrgrid.grid.campaign;

import java.util.Comparator;

/** Where a campaign stands in a sorted list; smaller comes first. It stays put when others are added, so it serves as a cursor. */
public record CampaignPosition(long primary, long id) implements Comparable<CampaignPosition> {

    private static final Comparator<CampaignPosition> ORDER =
            Comparator.comparingLong(CampaignPosition::primary).thenComparingLong(CampaignPosition::id);

    @Override
    public int compareTo(CampaignPosition other) {
        return ORDER.compare(this, other);
    }
}
