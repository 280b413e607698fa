package org.csrgrid.grid.campaign;

import java.util.Locale;
import java.util.Optional;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.grid.wire.Micros;

/** The orders campaigns can be listed in. */
public enum CampaignSort {
    NEWEST {
        @Override
        CampaignPosition positionOf(Campaign campaign) {
            return new CampaignPosition(-campaign.id(), -campaign.id());
        }
    },
    ENDING_SOON {
        @Override
        CampaignPosition positionOf(Campaign campaign) {
            return new CampaignPosition(Micros.of(campaign.content().endsAt()), campaign.id());
        }
    },
    LARGEST_GOAL {
        @Override
        CampaignPosition positionOf(Campaign campaign) {
            return new CampaignPosition(-campaign.content().goal().minorUnits(), campaign.id());
        }
    },
    FEATURED {
        @Override
        CampaignPosition positionOf(Campaign campaign) {
            long first = campaign.content().featured() ? -(1L << 32) : 0;
            return new CampaignPosition(first - campaign.content().priority(), -campaign.id());
        }
    };

    abstract CampaignPosition positionOf(Campaign campaign);

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CampaignSort> fromJsonName(String name) {
        for (CampaignSort sort : values()) {
            if (sort.jsonName().equals(name)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }
}
