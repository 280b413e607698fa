package org.csrgrid.apinode.live;

import java.util.List;
import org.csrgrid.grid.live.AdminNews;
import org.csrgrid.grid.live.CampaignMoved;
import org.csrgrid.grid.live.DonationMoved;
import org.csrgrid.grid.live.JobMoved;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.LiveRing;
import org.csrgrid.grid.live.MilestoneReached;
import org.csrgrid.grid.live.TotalsMoved;

/** What a stream is about. */
sealed interface LiveTopic {

    /** The kinds, in the order of the metrics. */
    enum Kind {
        PERSON,
        CAMPAIGN,
        ORGANIZATION,
        ADMINISTRATORS
    }

    Kind kind();

    /** Where its events come from. */
    LiveRing ring();

    record Person(long id) implements LiveTopic {
        @Override
        public Kind kind() {
            return Kind.PERSON;
        }

        @Override
        public LiveRing ring() {
            return LiveRing.PEOPLE;
        }
    }

    record OneCampaign(long id) implements LiveTopic {
        @Override
        public Kind kind() {
            return Kind.CAMPAIGN;
        }

        @Override
        public LiveRing ring() {
            return LiveRing.CAMPAIGNS;
        }
    }

    /** All campaigns of an organization. */
    record Organization(long id) implements LiveTopic {
        @Override
        public Kind kind() {
            return Kind.ORGANIZATION;
        }

        @Override
        public LiveRing ring() {
            return LiveRing.CAMPAIGNS;
        }
    }

    record Administrators() implements LiveTopic {
        @Override
        public Kind kind() {
            return Kind.ADMINISTRATORS;
        }

        @Override
        public LiveRing ring() {
            return LiveRing.ADMINISTRATORS;
        }
    }

    /** The topics an event is about. */
    static List<LiveTopic> of(LiveEvent event) {
        return switch (event) {
            case TotalsMoved moved ->
                List.of(new OneCampaign(moved.campaignId()), new Organization(moved.organizationId()));
            case CampaignMoved moved ->
                List.of(new OneCampaign(moved.campaignId()), new Organization(moved.organizationId()));
            case DonationMoved moved -> List.of(new Person(moved.donorId()));
            case MilestoneReached reached -> List.of(new Person(reached.organizerId()));
            case JobMoved moved -> List.of(new Person(moved.ownerId()));
            case AdminNews _ -> List.of(new Administrators());
        };
    }
}
